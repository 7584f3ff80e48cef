# The terms a figure is the sum of.
term-treatment-avoided = treatment avoided
term-revenue-forgone = revenue forgone
term-purchase-avoided = purchase avoided
term-product-sold = sale of what is made of it
term-local-saving = usual saving of a purchase next door
term-price-gap = lasting part of the price gap
term-price-limit = cap: the gap between the prices stated
term-pooling-saving = saving from pooling
term-transport = transport
term-transport-onward = transport after processing
term-transport-today = today’s transport avoided
term-supply-transport = supply transport avoided
term-connection = connection
term-processing = processing
term-investment = investment
term-route-today = today’s route
term-route-new = new route
term-fuel-replaced = fuel replaced
term-credit-new = credit of the new route
term-credit-today = credit of today’s route
term-mass-diverted = tonnes that change their way
term-energy-supplied = energy supplied
term-water-saved = water saved
term-work = work
term-work-insertion = work open to insertion

# File formats, as people call them.
file-format = { $format ->
    [workbook] fe2i workbook
    [waste-register] waste register
    [trackdechets] Trackdéchets register
    [irep] pollutant-release register
    [sirene] SIRENE
    [network] network
   *[other] { $format }
 }
