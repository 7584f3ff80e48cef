# What the stages noticed, and what to do about it.
lead-forbidden = { $giver } → { $taker }, { $resource }: struck out. { $rule }
hazardous-without-taker = { $site }: “{ $wording }”{ $code ->
    [none] {""}
   *[other] { " " }({ $code })
 }, hazardous waste without a permitted taker known on the territory. { $pathway ->
    [none] Ask the producer who collects it, else look for a permitted collector or plant outside.
   *[other] Ask the producer who collects it, else look for one outside, permitted for: { $pathway }.
 }
leads-cut = { $found } leads found, the best { $kept } are kept.
flows-unclassified = { $count ->
    [one] One flow was not recognised: no lead can come of it. Choose its resource.
   *[other] { $count } flows were not recognised: no lead can come of them. Choose their resource.
 }
wording-unknown = “{ $wording }” is not recognised: choose the resource, or say it otherwise.
wording-list = “{ $wording }” names several things, read apart: { $things }. { $stated ->
    [none] One line for each would be better.
   *[other] How the quantity ({ $stated }) divides is not known: one line for each would be better.
}
sites-trade-read = { $count ->
    [one] The trade of a site without a code is read from its words: { $sites }. Write the NAF code if it is something else.
   *[other] The trade of { $count } sites without a code is read from their words: { $sites }. Write the NAF code if it is something else.
 }
sites-without-profile = { $count ->
    [one] One site has no activity profile ({ $sites }): nothing was estimated for it. Check its NAF code.
   *[other] { $count } sites have no activity profile ({ $sites }): nothing was estimated for them. Check their NAF codes.
 }
unit-unknown = A unit of the program is not understood: nothing was appraised ({ $error }).
figure-missing = A reference figure is missing: the leads that need it stay without that figure. Add it in data/figures.
figure-not-valid = A reference figure does not hold on { $day } (it holds from { $from } to { $until }): it is not used. Update it in data/figures.
figure-unit = A reference figure is in an unexpected unit ({ $unit }): it is not used. Correct it in data/figures.

intake-file-unsupported = This file is of no known format: it was not read.
intake-sheet-hidden = Sheet “{ $sheet }” is hidden: it was not read. Unhide it if it counts.
intake-sheet-ignored = Sheet “{ $sheet }” was not read: its headings are not recognised.
intake-column-refused = Column “{ $column }” is not known: it was not read. Known: { $known }.
intake-value-refused = Column “{ $column }”, value “{ $value }” refused: { $reason }
intake-date-in-future = The date { $date } is to come: check day, month and year.
intake-insertion-kind = An insertion structure of no stated kind: read as an ACI. Write EI, ACI, ETTI, AI or EITI.
intake-half-coordinates = A latitude without longitude, or the reverse: give both.
intake-coordinates-refused = Value refused: { $reason }. Correct it in { $source }.
intake-naf-two-meanings = { $site }: code { $code } without its letter means “{ $old }” in NAF rev. 2 and “{ $new }” in NAF 2025. It is read as rev. 2; write the letter to settle it.
intake-hazard-kept = Code { $code } is said to be hazardous, the list says it is not: the hazard is kept as stated, to be careful. Check the code, or take its hazardous twin.
intake-asterisk-corrected = The asterisk of code { $code } was missing or in excess: corrected after the list.
intake-container-size-unknown = Container without a size ({ $container }): ask for its volume, the quantity stays unknown.
intake-container-size-assumed = Container without a size ({ $container }): the usual one is taken, { $low } to { $high } { $unit }. Ask for its volume.
flow-hazard-contradicts = “{ $wording }” is read as { $resource }, which is never hazardous, but bears the hazardous code { $code }: nothing is proposed. Say what it is, or correct the code.
flow-said-twice = “{ $wording }”{ $other ->
    [none] {""}
   *[other] {" "}({ $other })
 } is in the register of this site as well ({ $kept_source }: { $kept }): the register holds, what was said is not added to it. If they are two wastes, give them two codes or two names.
flow-said-far-more = “{ $wording }” ({ $other }) is in the register of this site as well ({ $kept_source }: { $kept }), several times less: the register is likely to be partial, or one of the two has the wrong unit. Counted once, from the one to the other; ask how much leaves a year.
flow-unit-unfit = Column “quantité”, value “{ $stated }” (“{ $wording }”): that is no quantity of { $resource }; give it in tonnes, m³, pieces or MWh a year. It is not counted.
intake-quantity-open = “{ $value }” leaves the number open: read as { $low } to { $high }, { $mid } in the middle. Ask how many.
intake-quantity-counted = “{ $value }” of “{ $wording }” has no unit: read as pieces ({ $thing }), since that is counted. To be confirmed.
intake-quantity-thousands = Column “{ $column }”, “{ $value }”: read as { $read }, but it may be { $other }; nothing in the file tells whether its commas group thousands. Write thousands without a comma.
intake-register-thousands = { $count ->
    [one] One quantity
   *[other] { $count } quantities
 } can be read in two ways, a thousand times apart: “{ $value }” ({ $source }, column “{ $column }”) is read as { $read }, it may be { $other }. Nothing in the file tells whether its commas group thousands.
intake-quantity-once = Quantity given once, without a period: ask how much a year.
intake-line-twice = This line repeats that of { $first } (“{ $wording }”): it counts once only.
intake-contradiction = Two files contradict each other ({ $field }): “{ $kept }” is kept ({ $kept_source }), “{ $other }” is not ({ $other_source }).
intake-id-two-sites = Two sites bear the same id: “{ $first }” ({ $first_source }) and “{ $second }” ({ $second_source }); the second becomes { $renamed }.
intake-site-joined = “{ $second }” ({ $second_source }) and “{ $first }” ({ $first_source }) are read as one site: same name{ $commune ->
    [none] , no commune given
   *[other] , { $commune }
 }. If they are two, give each its SIRET or its commune.
intake-site-perhaps = “{ $second }” ({ $second_source }) may be “{ $first }” ({ $first_source }): same name, but nothing tells which site. They stay two; if it is the same, give the SIRET or the commune, else its tonnes count twice.
intake-siret-twice = Value refused: { $reason }. Correct it in { $source }.
intake-site-unknown = { $count ->
    [one] One flow names
   *[other] { $count } flows name
 } site “{ $site }”, which is in no file of actors: add it there.
intake-exchange-site-unknown = { $count ->
    [one] One exchange names
   *[other] { $count } exchanges name
 } site “{ $site }”, which is in no file of actors: add it there.
intake-file-copy = This file is the exact copy of { $of }: it is read once.
intake-sirene-place-masked = { $count ->
    [one] One establishment hides
   *[other] { $count } establishments hide
 } its coordinates in SIRENE (“[ND]”): taken at the middle of the town.
intake-sirene-place-absurd = { $count ->
    [one] One establishment has
   *[other] { $count } establishments have
 } impossible coordinates in SIRENE (line { $line }: “{ $value }”): taken at the middle of the town. Give the place in a file of actors with this SIRET.
intake-two-names = Two names for the territory: “{ $kept }” is kept, “{ $other }” is not.
intake-commune-unknown = { $count ->
    [one] One site is
   *[other] { $count } sites are
 } in an unknown commune, “{ $commune }” ({ $sites }): the smallest communes outside Moselle are not known; give coordinates, or correct the name.
intake-commune-misspelt = { $count ->
    [one] One site is
   *[other] { $count } sites are
 } in an unknown commune, “{ $commune }” ({ $sites }). Did you mean { $like }?
intake-commune-homonyms = { $count ->
    [one] One site is
   *[other] { $count } sites are
 } in “{ $commune }” ({ $sites }), and several communes have that name: { $like }. Write the postcode with the name, or give coordinates.
intake-place-missing = { $count ->
    [one] One site has neither coordinates nor commune
   *[other] { $count } sites have neither coordinates nor commune
 } ({ $sites }): no distance is reckoned, and leads are missing. Say the place in a file of actors (columns “id”, “name”, “siret”, “town”) with the same id or the same SIRET; for a register, write “Site:” and the town above the headings.

intake-irep-activity-unknown = Activity code “{ $value }” not recognised: { $reason }
intake-quantity-huge = “{ $wording }”: “{ $stated }” is more than the largest site in Europe handles in a year: check the unit and the period.
intake-places-shared = { $count } sites share their coordinates with another without sharing an address ({ $sites }): their places are taken as those of the commune, distances are rough.
intake-irep-vintage = { $count ->
    [one] One site comes
   *[other] { $count } sites come
 } from a list of { $year }: does the establishment still exist? Ask that first.
intake-irep-no-vintage = { $count ->
    [one] One site comes
   *[other] { $count } sites come
 } from a list without a date (register of emissions): does the establishment still exist? Ask that first.
intake-irep-commune-points = Positions in the emissions register are those of the commune: distances are rough.
intake-irep-installations-merged = { $count } installations of “{ $name }” at the same place are joined into one site.
intake-irep-place-unknown = { $count } installations have an unknown position ({ $examples }).
intake-irep-places-disagree = Position and commune are { $km } km apart: to be checked.
intake-irep-siret-invalid = “{ $value }” is no valid SIRET: the site is kept without it.
intake-irep-siret-shared = SIRET { $siret } is shared by { $count } distant sites: to be checked.
intake-network-class-unknown = Category “{ $value }” unknown: the flow is kept without it.
intake-network-code-unknown = Code “{ $value }” not recognised: { $reason }
intake-network-codes-many = Several codes given ({ $stated }): { $kept } is kept.
intake-network-nace-unknown = Activity “{ $value }” not recognised: { $reason }
intake-network-status-unknown = Status “{ $value }” unknown: the exchange counts as running.
intake-sirene-activity-unknown = Activity code “{ $value }” not recognised ({ $count ->
    [one] one establishment
   *[other] { $count } establishments
 }): { $reason }
intake-sirene-no-units = The file of legal units is missing (establishments without a name left out: { $unnamed }). Give it with that of the establishments.
intake-sirene-units-alone = The file of legal units stands alone: give that of the establishments too.
intake-sirene-places-alone = The geolocation file stands alone ({ $count } lines): give that of the establishments too.

intake-points-without-site = { $count ->
    [one] One geolocation point fits no site: it is not used.
   *[other] { $count } geolocation points fit no site: they are not used.
 }
intake-register-hazard-kept = { $count ->
    [one] One waste is said to be hazardous under a code that the list says is not: the hazard is kept, to be careful, { $codes }. Check the code or the “Dangereux” box.
   *[other] { $count } wastes are said to be hazardous under a code that the list says is not: the hazard is kept, to be careful, { $codes }. Check the code or the “Dangereux” box.
 }
intake-register-asterisk = { $count ->
    [one] One code had an asterisk in excess or missing: corrected after the list, { $codes }.
   *[other] { $count } codes had an asterisk in excess or missing: corrected after the list, { $codes }.
 }
intake-register-columns-unsure = Columns guessed without certainty: { $columns }. Check on a few lines.
intake-register-columns-unread = Columns seen and not read: { $columns }. A price is read without VAT, once a line: that of the line, or that of a unit.
intake-register-no-date = The register gives no date: its quantities are taken as those of one year. Check the period.
intake-register-owner-unknown = { $count ->
    [one] One line does not say which site the waste comes from: a site was made in the file’s name.
   *[other] { $count } lines do not say which site the waste comes from: a site was made in the file’s name.
 }
intake-register-owner-titled = The title of the register names “{ $name }”: these wastes are its own.
intake-register-left-open = { $count ->
    [one] One amount leaves
   *[other] { $count } amounts leave
 } the number open (“a few”, “more than”): “a few” is read as 2 to 6, 3 in the middle. Ask how many.
intake-register-year-assumed = The months of the register bear no year: taken for { $year }. Write the year above the headings, for instance “Register { $year }”.
intake-register-year-taken = All lines are of { $year } ({ $days }), in both halves of it: the quantities are taken for the whole of { $year }, nothing added. If the register does not cover the whole year, say its period above the headings.
intake-register-partial-year = First and last collection: { $days }. { $months ->
    [0] Nothing is brought to a year
   *[other] Quantities are brought from { $months } months to a year (from one to the other, plus one usual interval), save what left on one day only
 }. Say the period of the register, for instance “Registre 2025” above the headings.
intake-nothing-read = { $count ->
    [one] Nothing was read of this file: its only line is refused ({ $reason }).
   *[other] Nothing was read of this file: its { $count } lines are refused; the first because { $reason }.
 }
intake-register-skip-assumed = { $count ->
    [one] One skip without volume was taken at a usual size: ask for its volume.
   *[other] { $count } skips without volume were taken at a usual size: ask for their volume.
 }
intake-register-years-averaged = The register goes from { $first } to { $last }: quantities are yearly means.
