# Les pages. Les espaces insécables sont mises par le programme.

page-day = Ma journée
page-mine = Chez nous
page-leads = Pistes et synergies
page-actors = Acteurs
page-flows = Flux
page-visit = Visite
page-map = Carte
page-territory = Territoire
page-projects = Projets
page-references = Références
page-admin = Administration
page-import = Importer un fichier
navigation = Pages
skip = Aller au contenu
more = Plus
territory = Territoire
invented = Territoire inventé
analysing = analyse en cours
not-connected = hors ligne
theme = Clair ou sombre
help = Touches
leave = Se déconnecter
lost = Cette page n’existe pas.
lost-home = Retour à l’accueil
loading = Chargement
again = Réessayer
close = Fermer
cancel = Annuler
undo = Annuler
undone = C’est annulé.
undo-text = Annulation
save = Enregistrer
saved = Enregistré.
remove = Retirer
erase = Effacer
back = Retour
load-more = Voir la suite
offline = Le serveur ne répond pas. Ce qui est à l’écran reste valable ; réessayez dans un instant.
conflict = Quelqu’un d’autre a changé ceci entre-temps. Voici ce qu’il y a maintenant ; enregistrez de nouveau pour garder votre version.
unknown = inconnu
estimated = estimé
declared = déclaré
guessed = supposé
from-to = de { $low } à { $high }
due-late = { $days ->
    [one] en retard d’un jour
   *[other] en retard de { $days } jours
 }
due-today = aujourd’hui
due-in = { $days ->
    [one] demain
   *[other] dans { $days } jours
 }

unit-t = t
unit-year = an
unit-EUR = €
unit-h = h
unit-kWh = kWh
unit-MWh = MWh
unit-m3 = m³
unit-tCO2e = t CO₂e
unit-tCO2 = t CO₂
unit-CO2e = CO₂e
unit-FTE = ETP
unit-piece = unités
unit-person = pers.
unit-1 = {""}
unit-one = {""}

login = Connexion
login-title = Bonjour
login-what = Ce qu’un territoire achète et jette, ce qui pourrait s’échanger, et la prochaine personne à appeler.
login-demo = Essayer, en un clic
login-demo-text = Un territoire inventé et un compte par rôle. Rien n’y est vrai : essayez tout.
login-account = Se connecter avec un compte
login-enter = Entrer
login-oidc = Entrer avec { $name }
email = Adresse électronique
password = Mot de passe
totp = Code de votre application d’authentification
forgot = Mot de passe oublié
forgot-send = Recevoir un lien
forgot-sent = Si un compte existe à cette adresse, un lien vient d’y partir.
new-password = Nouveau mot de passe
new-password-rule = Au moins douze caractères, et pas de ceux qu’on essaie d’abord
nowhere = Bienvenue
nowhere-title = Votre compte n’appartient encore à aucun territoire.
nowhere-text = Demandez à l’administrateur de vous rattacher au vôtre, puis revenez.

role-admin = Administration
role-facilitator = Animation
role-company = Entreprise
role-insertion = Structure d’insertion
role-authority = Collectivité
role-funder = Financeur
role-lab = Laboratoire

key-go = Aller à une page
key-move = Ligne suivante, précédente
key-open = Ouvrir la fiche
key-propose = Proposer la piste
key-later = Plus tard
key-aside = Mettre de côté, puis le numéro du motif
key-select = Cocher pour agir sur plusieurs
key-search = Chercher
key-undo = Annuler la dernière action
key-close = Fermer la fiche
key-help = Cette aide

queue = À faire
cards-left = { $count ->
    [one] la dernière
   *[other] { $count } à faire
 }
cards-more = et { $count } autres
card-done = Noté. Prochaine fois : { $date }.
open-lead = La piste
what-was-said = Ce qui s’est dit
what-was-said-example = « L’humidité est de 25 %, il rappelle après la livraison test »
next-date = Prochaine date
other-date = Autre date
date-tomorrow = demain
date-week = 1 semaine
date-two-weeks = 2 semaines
date-month = 1 mois
date-quarter = 3 mois
skip-card = Passer
queue-empty = Rien n’attend aujourd’hui.
queue-empty-text = Le moment de trier de nouvelles pistes, ou d’aller voir quelqu’un.
queue-empty-triage = Trier des pistes
queue-empty-visit = Préparer une visite
to-triage = { $count ->
    [one] Une piste que personne n’a encore regardée
   *[other] { $count } pistes que personne n’a encore regardées
 }
next-visits = Prochaines visites utiles
next-visits-empty = Aucune visite à proposer pour l’instant.
next-visits-empty-text = Importez une liste d’entreprises : fe2i dira qui voir d’abord, et pourquoi.
visit-worth = { $leads ->
    [one] { $leads } piste
   *[other] { $leads } pistes
 } · { $minutes } min
moved = Ce qui a bougé
moved-empty = Rien depuis hier.

lead = Piste
leads = Pistes
leads-count = { $count ->
    [one] { $count } piste
   *[other] { $text } pistes
 }
and-more = et { $count } autres
known = existe déjà
to-ask = À demander :
figure-mass = Tonnes
figure-euros = Euros
figure-co2 = CO₂ évité
figure-work = Travail
search-leads = Chercher une piste
search-hint = Touche /
all-sites = Tous les sites
as-board = Tableau
as-list = Liste
triage = Tri
triage-hint = j et k pour passer de l’une à l’autre, o pour ouvrir
propose = Proposer
later = Plus tard
set-aside = Mettre de côté
set-aside-for = Mise de côté :
why-aside = Pourquoi ?
selected = { $count ->
    [one] { $count } cochée
   *[other] { $count } cochées
 }
select-none = Tout décocher
did-propose = { $count ->
    [one] Piste proposée.
   *[other] { $count } pistes proposées.
 }
did-later = { $count ->
    [one] Remise à dans deux semaines.
   *[other] { $count } pistes remises à dans deux semaines.
 }
did-aside = { $count ->
    [one] Mise de côté : { $reason }.
   *[other] { $count } mises de côté : { $reason }.
 }
did-move = Étape : { $stage }.
leads-done = Tout est trié.
leads-done-text = Les pistes proposées attendent dans le tableau ; les autres reviendront à leur date.
leads-none = Aucune piste ici.
leads-none-text = Aucune piste ne répond à ces filtres. Sans filtre, il en manque aussi ? Importez des flux : chaque ligne peut en faire naître.
clear-filters = Enlever les filtres
board-none = Personne n’a encore pris de piste en main.
board-none-text = Proposez-en une depuis la liste (touche p) : elle apparaîtra ici et avancera de colonne en colonne.
moves = Étapes possibles
lead-stale = Les données ont changé depuis que cette piste a été prise en main : elle ne sort plus de l’analyse d’aujourd’hui.
settling-question = La question qui tranche
more-questions = { $count ->
    [one] et une autre
   *[other] et { $count } autres
 }
minutes = environ { $minutes } min
minimap = { $count } sites, { $km } km
gains = Ce que ça vaut
gains-none = Rien n’a pu être chiffré : il manque des quantités.
not-counted = Non compté, faute de données :
term = Terme
value = Valeur
confidence = confiance { $level }
confidence-low = faible
confidence-medium = moyenne
confidence-high = haute
facts = Sur quoi ça repose
law = Le droit
law-none = Rien de particulier à vérifier.
months = de { $low } à { $high } mois
not-advice = Une aide pour ne rien oublier, pas un conseil juridique.
follow-up = Suivi
log-line = Ce qui s’est dit
next-step = Prochaine étape
note-it = Noter
documents = Documents
add-document = Ajouter un document
document-kept = Document gardé.
deliveries = Livraisons
deliveries-none = Aucune livraison notée.
delivery-example = 4,2 t
tick-delivery = Noter la livraison
day = Jour
introduction = Mise en relation
introduction-hint = Chacun ne voit que son côté. Les noms n’apparaissent que lorsque les deux ont dit oui ; les prix restent scellés.
invite = Inviter
invite-again = Nouveau lien
invite-copied = Lien prêt, copié.
invite-mailed = Invitation envoyée.
invite-link = Lien pour { $site }
answer-waiting = pas de réponse
answer-accepted = d’accord
answer-declined = refus
price-sealed = prix scellé

kind = Genre
kind-substitution = substitution
kind-sharing = mutualisation
kind-local-purchase = achat local
kind-chain = filière
stage-detected = détectée
stage-proposed = proposée
stage-discussed = en discussion
stage-studied = à l’étude
stage-agreed = accord
stage-running = en marche
stage-ended = terminée
stage-set-aside = mise de côté
stage-carried = en cours
move-detected = Remettre dans la liste
move-proposed = Proposer
move-discussed = En discussion
move-studied = À l’étude
move-agreed = Accord signé
move-running = En marche
move-ended = Terminée
support-said = flux dits par tous
support-partly = dit en partie
support-guessed = supposé
reason-wrong-data = données fausses
reason-already-done = déjà fait
reason-too-little = trop peu
reason-too-far = trop loin
reason-quality = qualité
reason-timing = saison, régularité
reason-cost = coût
reason-investment = investissement
reason-law = droit
reason-contract = contrat ailleurs
reason-confidentiality = confidentialité
reason-not-interested = pas intéressé
reason-no-answer = sans réponse
reason-closed = fermé, parti
reason-other = autre
facet-stage = Étape
value-new = jamais regardée
facet-kind = Genre
facet-resource = Ressource
facet-zone = Zone
facet-commune = Commune
facet-site = Site
facet-naf = Activité
facet-support = Appui
facet-direction = Sens
facet-basis = Preuve
basis-measured = mesuré
basis-register = registre
basis-declared = déclaré
basis-documented = documenté
basis-estimated = estimé
expired = à redemander

search-actors = Chercher un acteur
sites-count = { $count ->
    [one] { $count } site
   *[other] { $text } sites
 }
add-site = Ajouter
site-made = { $name } est sur le territoire.
actors-none = Personne ici.
actors-none-text = Importez la liste de la chambre, un extrait SIRENE ou votre tableur : fe2i reconnaît les colonnes.
name = Nom
activity = Activité
place = Où
people = Effectif
people-count = { $count } personnes
estimates-too = et { $count } supposés d’après l’activité
site = Site
address = Adresse
commune = Commune
zone = Zone
figure-see-flows = Lire ces flux
figure-see-leads = Lire ces pistes
site-edit = Modifier
site-degrees = Coordonnées, si vous les avez
site-degrees-hint = En degrés décimaux (WGS 84). Sans elles, le site est placé au centre de sa commune.
latitude = Latitude
longitude = Longitude
site-nowhere = Ce site n’a pas de lieu : ses pistes sont « à une distance inconnue ». Donnez sa commune.
naf = Code NAF
what-they-do = Ce qu’ils font
prepare-visit = Préparer la visite
enter-flows = Saisir des flux
its-leads = Ses pistes
to-ask-there = À demander sur place
flows-out = Ce qui sort
flows-in = Ce qui entre
flows-shared = À partager ou recherché
no-flows = Aucun flux connu. Une visite, ou une ligne dans Flux, et les pistes naissent.
best-leads = Ses meilleures pistes
visits = Visites
visits-none = Pas encore de visite.
planned = prévue
visit-note = Ce qui s’est dit, en une ligne
contacts = Contacts
contacts-none = Personne à appeler pour l’instant.
add-contact = Ajouter un contact
contact-name = Prénom et nom
contact-role = Fonction
phone = Téléphone
contact-erase-what = Seront effacés, ici et dans le journal : { $gone }.
contact-erase-really = Oui, effacer
contact-erased = { $name } est effacé.
actor-company = entreprise
actor-ei = entreprise d’insertion
actor-aci = atelier et chantier d’insertion
actor-etti = intérim d’insertion
actor-ai = association intermédiaire
actor-local-authority = collectivité
actor-chamber = chambre consulaire
actor-association = association
actor-lab = laboratoire, université
actor-other = autre

search-flows = Chercher un flux
flows-count = { $count ->
    [one] { $count } flux
   *[other] { $text } flux
 }
to-ask-again = à redemander
new-flow = Nouveau flux
choose-site = Choisir un site
choose-site-first = Choisissez un site pour saisir ses flux en toutes lettres.
direction = Sens
direction-takes-in = achète
direction-gives-out = jette ou rejette
direction-sells = vend
direction-can-share = peut partager
direction-needs = cherche
wording = En toutes lettres
wording-example = palettes perdues, une benne 30 m³ par semaine, repris 45 €/t
quantity = Quantité
quantity-example = 1 benne 30 m³/semaine
keep = Garder
flow-kept = Gardé chez { $site }.
flow-kept-partly = Gardé chez { $site }. À préciser : { $what }.
price-which-way = le site paie-t-il, ou est-il payé ?
price-paid = payé
price-received = reçu
price-none = sans le prix
line-known = Déjà noté ici :
line-another = C’est autre chose, garder
site-several = { $count } sites ont ces lettres : { $names }… Écrivez un peu plus.
site-none = Aucun site ne s’appelle « { $name } ».
flow-removed = Flux retiré.
flow-guessed = Supposé d’après l’activité. Corrigez ce que vous savez : enregistré, ce sera une déclaration.
not-recognised = Pas encore reconnu. Quelques mots de plus ?
belief-sure = sûr
belief-likely = probable
belief-unsure = à confirmer
because = d’après « { $words } »
missing = Il manque :
missing-head = Il manque
missing-resource = de quoi il s’agit
missing-quantity = la quantité
missing-quality = l’état (humidité, propreté)
flows-none = Aucun flux ici.
flows-none-text = Saisissez une ligne ci-dessus comme on vous l’a dite, ou importez le tableur de l’acheteur.
flow = Flux
what = Quoi
per-year = Par an
range = Intervalle
known-from = D’où on le sait
stated = Dit :
resource = Ressource
field-wording = En toutes lettres
field-stated = Quantité, comme dite
field-quality = Qualité
field-fate = Ce que ça devient
field-who = Par qui
field-price = Prix
field-waste_code = Code déchet
field-source = D’où on le sait
field-date = Jour
field-confidentiality = Confidentialité
field-source-anew = Une quantité changée est datée d’aujourd’hui, à votre nom, sauf si vous dites ici d’où et de quand elle vient.
who-sees = Qui peut voir
sees-open = tout le monde
sees-members = les membres
sees-facilitator = l’animation seulement
sees-changed = Désormais visible par { $level }.

legend = Légende
legend-site = { $count ->
    [one] { $count } site (plein : flux connus)
   *[other] { $count } sites (plein : flux connus)
 }
legend-zone = zone (autour de ses sites)
legend-said-only = avec les pistes supposées
legend-tiles = fond de carte IGN (en ligne)
legend-missing-sites = { $count ->
    [one] Un site sans adresse n’y est pas.
   *[other] { $count } sites sans adresse n’y sont pas.
 }
legend-best = { $count ->
    [one] Une piste tracée sur { $all }.
   *[other] Les { $count } meilleures pistes sur { $all }.
 }
legend-commune = { $count ->
    [one] contour d’une commune
   *[other] contours de { $count } communes
 }
legend-no-commune = Ajouter les contours des communes
legend-of-site = Les pistes du site choisi.
legend-all-sites = Celles de tous
legend-shown = Pistes tracées
legend-shown-best = les { $count } meilleures
legend-shown-all = toutes ({ $count })
outlines = Contours des communes
outlines-text = Un GeoJSON de communes (geo.api.gouv.fr, Admin Express…) : la carte les dessine sans réseau. Un contour déjà là est remplacé.
outlines-import = Importer un GeoJSON
outlines-known = { $count ->
    [one] Un contour connu.
   *[other] { $count } contours connus.
 }
outlines-taken = { $count ->
    [one] Un contour est entré.
   *[other] { $count } contours sont entrés.
 }
outlines-removed = Les contours sont retirés.
job-kind-import = Import d’un fichier
job-kind-whatif = « Et si ? »
job-kind-chain = Plan d’une filière
map-failed = Cette machine ne peut pas dessiner la carte (WebGL manque). Les mêmes sites sont dans Acteurs.
zoom-in = Approcher
zoom-out = Éloigner
on-day = au { $date }

print = Imprimer
unit = Unité
sites = Sites
report = Rapport
understood-column = reconnue
field-stage = Étape
field-reason = Raison
field-next_step = Suite
field-due = Échéance
field-headcount = Effectif
field-activity_label = Activité
field-address = Adresse
field-commune = Commune
field-zone = Zone
field-day = Jour
field-text = Texte
field-state = État
field-value = Valeur
field-name = Nom
field-title = Titre
job-stopped = arrêté, résultat gardé
job-stopping = s’arrête
lasted = Durée
seconds = { $text } s
newest = Les plus récents
older = Plus anciens
open-data = Données ouvertes
secret = secret statistique
contributors = { $count ->
    [one] { $count } établissement
   *[other] { $count } établissements
 }
source = Source :
figures-none = Pas encore de chiffres.
figures-none-text = Ils viennent des flux et des synergies : saisissez ou importez d’abord.
sankey = Où vont les tonnes
sankey-told = Diagramme : de { $from } origines vers { $to } devenirs, le même en tableau plus bas
sankey-legend = Plein : dit ou mesuré. Hachuré : estimé. Largeur : { $unit } par an.
sankey-tonnes = tonnes
sankey-none = Rien à dessiner.
sankey-none-text = Il faut des flux sortants avec une quantité.
as-table = Le même en tableau
from = De
to = Vers
what-if = Et si… ?
what-if-text = Fermez un site ou faites-en venir un : rien n’est enregistré, seule la différence est calculée.
what-if-close = Ferment
what-if-come = Arrive
what-if-name = Port fluvial
what-if-ask = Voir ce qui change
what-if-answer = { $gained ->
    [0] Aucune piste de plus
    [one] 1 piste de plus
   *[other] { $gained } pistes de plus
 }, { $lost ->
    [0] aucune de moins.
    [one] 1 de moins.
   *[other] { $lost } de moins.
 }
sankey-secret = Les tonnes sont tenues secrètes : votre rôle lit des sommes, et chaque trait serait celui de moins de trois établissements, ou d’un seul pour plus de 85 %. Les chiffres plus haut sont ceux qui peuvent être dits.
what-if-widened = Groupes qui changent de membres
what-if-widened-count = { $count ->
    [one] 1 groupe change de membres.
   *[other] { $count } groupes changent de membres.
 }
what-if-nothing = Dites quel site ferme, ou le nom et l’activité de celui qui arrive.
what-if-nothing-secret = Dites le nom et l’activité du site qui arrive.
what-if-close-secret = Fermer un site par essai dirait ses chiffres : seules les personnes qui animent le territoire le peuvent.
what-if-gained = Pistes nouvelles
what-if-lost = Pistes perdues
figure = Chiffre
before = Avant
after = Après
change = Différence

drop-here = Déposez un fichier ici
choose-file = Choisir un fichier
drop-what = Un tableur de déchets ou d’achats, un registre, un extrait SIRENE… comme on vous l’a envoyé
reading = Lecture…
import-safe = Rien n’entre avant que vous ayez vu ce qui est compris.
lines-understood = lignes comprises sur { $lines }
lines-rejected = { $count ->
    [one] { $count } à revoir
   *[other] { $count } à revoir
 }
remembered = intitulés déjà connus de cet expéditeur
remembered-short = déjà connu
headings-doubtful = { $count ->
    [one] { $count } intitulé à vérifier
   *[other] { $count } intitulés à vérifier
 }
heading-row = Intitulés en ligne
other-file = Un autre fichier
import-site = À qui est ce fichier ?
import-site-in-file = le fichier le dit
import-sender = Expéditeur (pour s’en souvenir)
import-sender-example = achats@…
columns = Colonnes
heading = Intitulé
no-heading = (sans intitulé)
taken-for = Compris comme
left-out = laissée de côté
column-is = « { $heading } » est
first-values = Premières valeurs
understood-so = Ce que fe2i comprend
line = ligne { $line }
values-to-correct = { $count ->
    [one] Une valeur à corriger, sa ligne entre sans elle
   *[other] { $count } valeurs à corriger, leurs lignes entrent sans elles
 }
not-entering = { $count ->
    [one] { $count } ligne n’entre pas
   *[other] { $count } lignes n’entrent pas
 }
download-rejects = Les récupérer, motif en tête
import-enter = { $count ->
    [one] Faire entrer { $count } ligne
   *[other] Faire entrer { $count } lignes
 }
import-done = { $count ->
    [one] { $count } ligne est entrée.
   *[other] { $count } lignes sont entrées.
 }
import-rejects = { $count ->
    [one] { $count } ligne est à revoir avec l’expéditeur.
   *[other] { $count } lignes sont à revoir avec l’expéditeur.
 }
import-failed = L’import n’a pas abouti ; rien n’est entré.
see-leads = Voir les pistes

new-project = Nouveau projet
project = Projet
project-preparing = en préparation
project-running = en cours
project-ended = terminé
project-set-aside = abandonné
projects-none = Pas encore de projet.
projects-none-text = Un projet réunit des partenaires, des financements et des synergies autour d’une chose à construire.
partners-count = { $count ->
    [one] { $count } partenaire
   *[other] { $count } partenaires
 }
synergies-count = { $count ->
    [one] { $count } synergie
   *[other] { $count } synergies
 }
next-milestone = prochain jalon
ideas = Boîte à idées
idea = Idée
idea-example = « Une matériauthèque dans l’ancien magasin »
idea-kept = Idée gardée.
drop-idea = Déposer
ideas-none = Vide. La première idée est souvent la bonne.
support-idea = J’en suis
summary = En quelques phrases
state = État
partners = Partenaires
add-partner = Ajouter un partenaire
funding = Financements
funder = Financeur
funding-planned = envisagé
funding-asked = demandé
funding-granted = accordé
funding-paid = reçu
funding-refused = refusé
add-funding = Ajouter un financement
total = Total :
milestones = Jalons
milestone = Jalon
add-milestone = Ajouter un jalon
done = fait
posts = Postes
post = Poste
post-example = opérateur de tri
hours = heures/an
insertion = insertion
add-post = Ajouter un poste
synergies = Synergies

search-references = Chercher une ressource, un prix, un code
references-count = { $count ->
    [one] { $count } entrée
   *[other] { $text } entrées
 }
references-none = Rien sous ce nom.
references-none-text = Essayez le mot de l’atelier, un code déchet, un code NAF.
reference = Référence
detail = Détail
until = jusqu’au
see-also = Voir aussi
sources = Sources
override-here = Ici :

parts = Parties
admin-people = Personnes
admin-audit = Journal
admin-jobs = Travaux
admin-backup = Sauvegarde
person-name = Nom
person-actor = De quelle entreprise
role = Rôle
add-person = Inviter
person-added = Compte créé.
person-link = Lien à lui transmettre :
last-seen = Dernière venue
close-account = Fermer
open-account = Rouvrir
audit-intact = journal intact
audit-broken = journal rompu : quelqu’un a touché à la base
audit-none = Rien encore.
when = Quand
who = Qui
job-waiting = en attente
job-running = en cours
job-done = fait
job-failed = échoué
job-cancelled = annulé
jobs-none = Aucun travail.
backup-text = Un fichier que « fe2i restore » relit dans une base SQLite ou PostgreSQL vide, pris sans arrêter le travail. La clé des valeurs scellées n’y est pas : gardez-la à part. Sans elle, « fe2i restore » refuse : le fichier .key (ou FE2I_KEY) doit l’accompagner.
api-docs = API

whom-to-visit = Qui voir d’abord
visit-line = Ce qu’on vous dit
visit-line-example = palettes perdues une benne 30 m³ par semaine, repris 45 €/t par le prestataire
visit-source = visite du { $date }
keep-flow = Garder comme flux
keep-note = Note
photo = Photo
no-network = pas de réseau
waiting = { $count ->
    [one] { $count } ligne attend
   *[other] { $count } lignes attendent
 }
send-now = Envoyer
all-sent = tout est envoyé
kept-today = Noté pendant cette visite
drop = Abandonner
nothing-to-ask = Rien de précis à demander : écoutez.

mine-sub = Ce que vous avez donné, et qui peut le voir
mine-none = Votre compte n’est rattaché à aucune entreprise.
mine-none-text = L’animation du territoire peut le faire en un instant.
mine-seen = Ce que l’on peut voir de vous
mine-seen-text = Rien d’autre n’est montré. Les prix ne sont lus par personne ; votre nom n’apparaît à un partenaire qu’après votre accord.
mine-contacts-text = Effaçables à tout moment.
mine-leads = Pistes qui vous concernent
mine-leads-none = Rien pour l’instant. Plus vos flux sont précis, plus les propositions le sont.
download-all = Tout télécharger

invite-title = Une proposition pour vous
invite-for = Une proposition pour { $site }
invite-question = Acceptez-vous d’être mis en relation ?
invite-rule = Vous ne voyez que votre côté, l’autre ne voit que le sien. Les noms n’apparaissent que si les deux disent oui, et vous pouvez revenir en arrière.
invite-note = Un mot pour l’animation (facultatif)
invite-yes = Oui, mettez-nous en relation
invite-no = Non merci
invite-back = Revenir en arrière
invite-accepted = Vous avez dit oui.
invite-declined = Vous avez dit non.
invite-wait = L’autre n’a pas encore répondu. Vous serez prévenu.
invite-partner = Votre partenaire :
invite-yours = Ce que nous savons de vous
invite-questions = Ce qu’il faudrait savoir
invite-contact = Une question ? { $name } anime le territoire.
price-pays = Jusqu’à combien paieriez-vous ?
price-receives = À partir de combien céderiez-vous ?
price-rule = Personne ne lira ce prix, ni votre partenaire ni l’animation : seul compte s’il existe un accord où chacun gagne.
price-seal = Sceller
price-kept = Prix scellé.
override-title = Valeur du territoire
override-none = La valeur commune sert ici. Un devis, un contrat ou une facture d’ici vaut mieux.
override-low = Bas
override-mid = Milieu
override-high = Haut
override-source = D’où on le sait
override-source-example = devis de transporteur, mars 2026
override-until = Valable jusqu’au (facultatif)
override-add = Mettre une valeur d’ici
override-change = Changer
override-remove = Revenir à la valeur commune
override-saved = Enregistré ; les pistes sont recalculées avec cette valeur.
override-removed = La valeur commune sert de nouveau.
page-account = Mon compte
account-demo = Compte de démonstration : il n’a ni mot de passe ni second facteur.
password-present = Mot de passe actuel
password-change = Changer le mot de passe
password-changed = Mot de passe changé ; les autres sessions sont fermées.
totp-title = Second facteur
totp-what = Un code de votre téléphone, en plus du mot de passe : qui le volerait n’entrerait pas.
totp-begin = Mettre un second facteur
totp-scan = Scannez avec votre application d’authentification, puis écrivez le code qu’elle montre.
totp-qr = Code à scanner avec une application d’authentification
totp-here = Ouvrir dans l’application de ce téléphone
totp-typed = ou tapez :
totp-keep = Activer
totp-kept = Second facteur actif.
totp-on = actif
totp-remove = Retirer
totp-removed = Second facteur retiré.
tokens = Jetons pour les programmes
tokens-what = QGIS, un lecteur de flux Atom ou un script lisent ce territoire avec un jeton : ils y voient ce que vous y voyez, rien de plus.
token-name = Pour quel programme
token-days = Jours de validité
token-write = peut aussi écrire
token-make = Faire un jeton
token-once = Copiez-le maintenant : il ne sera plus montré.
token-use = À donner au programme comme en-tête :
token-reads = lit
token-reads-writes = lit et écrit
token-until = jusqu’au { $day }
token-used = servi le { $day }
token-unused = jamais servi
token-revoke = Reprendre
token-revoke-one = Reprendre le jeton « { $name } »
token-revoked = Jeton « { $name } » repris : le programme n’entre plus.
totp-of-account = Votre fournisseur a répondu de vous ; il reste le code de votre second facteur.
oidc-unknown = Aucun compte ici à cette adresse : demandez-en un à l’administration du territoire.
oidc-failed = La connexion par ce fournisseur n’a pas abouti. Essayez encore, ou avec un mot de passe.
backup-all = Toute l’installation
backup-now = Télécharger une sauvegarde
archive-title = Ce territoire
archive-text = Tout le territoire en fichiers ouverts, que « fe2i import » relit à l’identique, avec la clé des valeurs scellées. Les contacts sont des données personnelles.
archive-now = Télécharger l’archive (zip)
admin-open-files = Fichiers

page-chains = Filières
chains-sub = Ce que le territoire pourrait construire ensemble
chains-none = Pas encore de quoi monter une filière
chains-none-text = Il faut des apports avec une quantité et un lieu : commencez par les visites ou par l’import d’un tableau.
chain-offer = { $count ->
    [one] 1 apport possible
   *[other] { $count } apports possibles
  }
chain-takers = { $count ->
    [one] 1 preneur
   *[other] { $count } preneurs
  }
chain-studies = Études
jobstate-waiting = en attente
jobstate-running = en cours
jobstate-failed = échouée
jobstate-cancelled = arrêtée
chain-suggested = Suggérées par les pistes
chain-others = Autres équipements possibles
chain-not-yet = Ce que le territoire ne permet pas encore, et pourquoi
chain-question-sub = Qui peut apporter, où cela pourrait être
chain-supplies = { $count ->
    [one] 1 apport
   *[other] { $count } apports
  }
chain-supplies-text = { $kept } retenus, { $amount } { $unit } par an en tout. La barre est la plage de ce qui est disponible. Décocher un apport le laisse hors du plan.
chain-keep = Retenir
chain-supplier = Apporteur
chain-range = Plage
chain-season = Saison
chain-season-unknown = saison non dite, supposée égale
chain-season-unsaid = non dite
chain-season-even = toute l’année
chain-season-run = { $first } à { $last }
chain-season-mostly = toute l’année, surtout { $months }
chain-cost-today = Coût usuel, €/{ $unit }
chain-cost-text = Coût usuel d’un tel résidu aujourd’hui, en plage ; négatif, c’est une recette. Les prix donnés par les entreprises sont scellés et ne servent pas ici : un plan à peu d’apporteurs les dirait. Inconnu : demander la dernière facture d’enlèvement.
chain-from-to = { $low } à { $high }
chain-cost-sealed = prix donné, scellé
chain-cost-ask = inconnu : demander une facture
month-1 = janv.
month-2 = févr.
month-3 = mars
month-4 = avr.
month-5 = mai
month-6 = juin
month-7 = juil.
month-8 = août
month-9 = sept.
month-10 = oct.
month-11 = nov.
month-12 = déc.
chain-spots = { $all ->
    [one] 1 lieu possible
   *[other] { $kept ->
        [yes] { $all } lieux possibles
       *[no] { $count } lieux pesés sur { $all } possibles
      }
  }
chain-spots-text = Les mieux placés, près des apports et des preneurs. Les autres n’entrent pas dans le calcul.
chain-demand = Besoin { $amount } { $unit } par an, { $count ->
    [one] 1 preneur à portée
   *[other] { $count } preneurs à portée
  }
chain-ask = Ce qui compte
chain-guesses = Compter aussi les flux estimés (vraisemblance d’au moins une chance sur deux)
chain-grant = Compter la subvention usuelle dans le choix
chain-most = Équipements au plus
chain-seconds = Calcul au plus (secondes)
chain-robust = Chercher aussi un plan prudent, pour les mauvaises années
chain-chance = charge minimale atteinte au moins (% des tirages)
chain-budget = Investissement au plus (k€)
chain-no-limit = sans limite
chain-plan = Calculer le plan
chain-planning = calcul du plan
chain-stop = Arrêter, garder le meilleur plan
chain-stopping = arrêt demandé
chain-ask-again = poser la question autrement
chain-pdf = Dossier PDF
chain-xlsx = Dossier XLSX
chain-members = PDF partenaires
chain-members-text = Sans prix ni nom confidentiel
chain-stopped = Le calcul a été arrêté, à la demande ou au bout du temps donné : voici le meilleur trouvé jusque-là, d’autres points restent à chercher.
chain-no-co2 = Le CO₂ évité n’est pas connu pour tous les lieux : il n’entre pas dans le choix, et le front ne compare que les euros et les heures.
chain-advised = meilleure médiane
chain-sturdy = plan prudent
chain-front = Choisir un point
chain-front-text = { $count ->
    [one] Un seul plan n’est battu par aucun autre.
   *[other] { $count } plans. Chacun est là parce qu’aucun autre ne le bat à la fois en euros, en CO₂ et en heures d’insertion, ou parce qu’il est le plan prudent ; ceux qui ne diffèrent presque pas n’y sont qu’une fois.
  }
chain-front-told = Front de Pareto : { $count } plans, en euros, CO₂ et heures d’insertion
chain-axis = En abscisse :
chain-axis-co2 = t CO₂e évitées par an
chain-avoided = { $t } t CO₂e évitées
chain-caused = { $t } t émises
chain-median = médiane des tirages { $mid } k€, { $low } à { $high } huit fois sur dix
chain-axis-hours = heures d’insertion/an
chain-axis-size = La taille du point dit l’autre : { $what }.
chain-hours = { $hours } h d’insertion
chain-proved = À { $gap } % au plus du meilleur plan possible pour ces poids.
chain-proved-floor = À { $gap } % au plus du meilleur gain possible quand on demande au moins { $least }.
chain-unproved = Le plan n’est pas prouvé le meilleur.
chain-verified = Bilans, capacités et gain recalculés sans le solveur.
chain-not-verified = Le recalcul sans le solveur a échoué : ne pas s’en servir.
chain-left = { $amount } { $unit } par an restent hors du plan.
chain-opens-nothing = Rien n’ouvre
chain-point-empty = À ce point, aucun équipement ne gagne plus qu’il ne coûte.
chain-unknowns = Ce qui manque
chain-unknown-costs = { $count ->
    [one] 1 apport sur { $all } : son coût actuel n’est pas connu
   *[other] { $count } apports sur { $all } : leur coût actuel n’est pas connu
  }, le gain est compté sans lui.
chain-plant-text = { $input } { $inunit } par an de { $suppliers ->
    [one] 1 apport
   *[other] { $suppliers } apports
  } deviennent { $output } { $outunit } par an de « { $product } ».
chain-by-hand = préparation à la main
chain-map = Carte
chain-map-told = Carte du plan : { $suppliers } apporteurs et { $takers } preneurs autour de { $site }
chain-legend-plant = équipement
chain-legend-supply = apporteurs, surface selon la quantité
chain-legend-taker = preneurs
chain-months = Apports et besoins mois par mois ({ $unit })
chain-gathered = rassemblé
chain-made = produit
chain-placeable = plaçable chez les preneurs
chain-storage = Il faut pouvoir garder jusqu’à { $amount } { $unit } entre la récolte et l’emploi.
chain-no-storage = Apports et besoins vont du même pas.
chain-sankey = D’où cela vient, où cela va ({ $unit } entrants par an)
chain-small = { $count } autres apports
chain-market = marché
chain-money = Économie, valeurs médianes
chain-investment = Investissement
chain-network = dont réseau { $amount } k€
chain-store = dont stock { $amount } k€
chain-usual-grant = Subvention usuelle
chain-revenue = Recettes
chain-avoided-cost = Coûts évités chez les apporteurs
chain-takers-save = Économie des preneurs, au prix du plan
chain-running = Charges, travail et encadrement
chain-haul = Transport des apports
chain-capital = Annuité de l’investissement
chain-anew = Rachats à l’identique sur 15 ans
chain-lifetime = durée de vie retenue : { $years } ans ; sans nouvelle subvention
chain-residual = Valeur restante après 15 ans, hors trésorerie
chain-levelised = Coût complet de la production
chain-gate-fee = Seuil d’équilibre demandé aux apporteurs
chain-gate-room = négatif : marge de la filière par unité apportée
chain-gate-fee-grant = Le même, avec subvention
chain-payback = Temps de retour, tous partenaires
chain-payback-operator = Temps de retour de l’exploitant seul
chain-years = { $years } ans
chain-never = pas remboursé en 15 ans, ou avant le remplacement de l’équipement
chain-with-grant = { $years } ans avec subvention
chain-cash = Trésorerie cumulée sur quinze ans (k€)
chain-cash-text = Tous partenaires ensemble, à prix constants ; ce que les apporteurs et les preneurs cessent de payer est compris, et ce qui est usé avant quinze ans est racheté.
chain-without-grant = sans subvention
chain-granted = avec subvention
chain-co2-own = Impact : équipement ou recyclage
chain-co2-haul = Impact : transport des apports
chain-co2-avoided = Évité, là où c’est connu
chain-co2-text = Par an. Impact et évité sont comptés à part.
chain-takers-of = Preneurs
chain-taker = Preneur
chain-need = Besoin, { $unit }/an
chain-gets = Reçoit
chain-jobs = Emplois
chain-rome = Métier (ROME)
chain-insertion = Insertion
chain-entry = À l’entrée
chain-exit = À la sortie
chain-yes = oui
chain-no = non
chain-fte = { $fte } ETP, { $supervisors } d’encadrement
chain-aid = Aide publique { $aid } €/an
chain-aid-since = montant en vigueur depuis le { $date }
chain-left-to-pay = reste { $cost } €/an par ETP, encadrement compris
chain-permits = Chemin réglementaire
chain-heading = Rubrique ICPE
chain-reaches = Ce que le plan atteint
chain-level = Régime à cette taille
chain-delay = Délai (mois)
chain-permits-text = Orientation à faire confirmer par la DREAL, pas un avis juridique. Le détail des étapes est dans le dossier.
chain-who-gains = Qui gagne quoi
chain-split = Ensemble, les partenaires gagnent { $total } k€ par an au regard d’aujourd’hui.
chain-split-grant = Le financeur de la subvention débourse { $grant } k€ par an, qui y sont compris : tous ensemble, le gain est de { $net } k€.
chain-split-text = Trait : valeur de Shapley ; barre : jusqu’au nucléole. Deux points de départ pour discuter, pas un contrat.
chain-rounds = Collecte commune
chain-rounds-text = { $vehicle } : { $days } passages par an, la matière n’attend pas plus de { $every } jours ; un passage fait { $tours ->
    [one] une tournée
   *[other] { $tours } tournées
  } en { $drivers ->
    [one] une journée
   *[other] { $drivers } journées
  } de conducteur.{ $alone ->
    [0] {""}
    [one] {" "}Un site qui remplirait ce véhicule entre deux passages appelle seul et n’est pas compté ici.
   *[other] {" "}{ $alone } sites qui rempliraient ce véhicule entre deux passages appellent seuls et ne sont pas comptés ici.
  }
chain-rounds-shared = Ensemble
chain-rounds-separate = Séparément
chain-rounds-km = Route par an
chain-rounds-eur = Camion et chauffeur par an
chain-rounds-co2 = Émissions par an
chain-rounds-list = { $count ->
    [one] La tournée
   *[other] Les { $count } tournées
  }
chain-fragile = Ce qu’il faudrait pour échouer
chain-tornado = Gain annuel si un prix bouge de 30 % (k€)
chain-tornado-text = « Annuité et entretien » : de l’équipement et du réseau, subvention déduite quand elle est comptée. « Charges » : le reste des charges, avec l’annuité et l’entretien du stock couvert, qui suivent les quantités.
chain-price-low = 30 % plus bas
chain-price-high = 30 % plus haut
chain-without = Sans eux
chain-gone = Qui manque
chain-role = Rôle
chain-gain-then = Gain restant par an
chain-cannot-run = ne tourne plus

mine-posts = Postes à pourvoir
mine-posts-text = Les postes d’insertion que prévoient les projets du territoire : dites lesquels vous pouvez tenir, l’animation le lit.
mine-posts-none = Aucun projet ne prévoit de poste pour l’instant.
hours-unknown = heures à préciser
hours-a-year = { $hours } h/an
legend-no-site = aucun site n’a encore de lieu
legend-secret = les sites des entreprises ne sont pas montrés à ce rôle

contact-copy = Copie
contact-copy-why = Tout ce qui est gardé de cette personne, à lui remettre sur demande
staff-can = Nous pouvons le tenir
staff-yes = Nous le tenons
staff-said = Dit à l’animation : votre structure peut tenir ce poste.
staff-taken-back = Repris : votre structure ne tient plus ce poste.
staffed-by = tenu par { $name }
post-from = à partir du { $day }
admin-territories = Territoires
territories-text = Chaque territoire a ses acteurs, ses flux et ses personnes ; rien ne passe de l’un à l’autre.
territory-name = Nom du territoire
territory-add = Ouvrir un territoire
territory-added = Territoire ouvert : commencez par importer une liste d’acteurs.
territory-people = Personnes
legend-sums = tonnes rejetées par zone, sous secret statistique
api-text = Ce que les programmes peuvent demander. On entre par la session de cette page, ou par un jeton fait dans « Mon compte », envoyé dans « Authorization: Bearer … » : la portée « read » lit, « write » écrit, et un jeton ne peut jamais plus que la personne qui l’a fait.
api-search = Chercher une route
api-token = Jeton
api-token-none = sans jeton : votre session
api-rights = Droits :
api-open = sans compte.
api-scope-read = jeton de portée « read ».
api-scope-write = jeton de portée « write ».
api-roles = Rôles : { $roles } ; chacun pour ce que son rôle voit.
api-parameter = Paramètre
api-place = Où
api-kind = Type
api-body = Corps de la demande
api-answer = Réponse
api-try = Essayer
api-writes = Écrit pour de bon sur le territoire nommé.
api-none = Aucune route de ce nom.
