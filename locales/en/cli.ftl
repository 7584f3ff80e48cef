# What the command line says.
cli-failed = fe2i: { $why }
cli-error = error: { $what }
cli-error-about = error: { $about }: { $what }
cli-errors-more = … and { $count } other errors, in the documents
cli-because = {": "}
cli-unread = { $count ->
    [one] one file could not be read: the results are written without it
   *[other] { $count } files could not be read: the results are written without them
 }
cli-warnings = warnings: { $count }, in the documents
cli-totals-read = { $sites } sites, { $flows } flows read
cli-totals-found = { $leads } leads, { $visits } visits
cli-progress = { $path }: { $lines } lines read
cli-file = { $path }: { file-format }, { $records ->
    [0] no line read
    [one] one line read
   *[other] { $records } lines read
 }, { $skipped } left out, { $rejected ->
    [0] no line refused
    [one] one line refused
   *[other] { $rejected } lines refused
 }, { $values ->
    [0] no value to correct
    [one] one value to correct
   *[other] { $values } values to correct
 }
cli-stage-classify = reading the wordings …
cli-stage-estimate = activity profiles …
cli-stage-match = looking for leads …
cli-stage-appraise = appraisal …
cli-written = written { $path }
cli-reference-confidence = { $level } confidence
cli-written-rejects = written { $path } ({ $count ->
    [0] no line refused
    [one] one line refused
   *[other] { $count } lines refused
 }, { $values ->
    [0] no value to correct
    [one] one value to correct
   *[other] { $values } values to correct
 })
cli-written-template = written { $path }; fill it in, then: fe2i diagnose { $path }
cli-exists = { $path } exists already; give another name, or --force to replace it
cli-folder-failed = { $path }: the folder cannot be made
cli-write-failed = { $path }: cannot be written
cli-nothing-found = nothing about “{ $words }”
cli-meant = Did you mean: { $words }?
cli-no-words = no text to classify; give it as an argument or on standard input
cli-count-resources = resources
cli-count-pathways = pathways
cli-count-profiles = activity profiles
cli-count-sharing = sharing rules
cli-count-plants = plants
cli-count-forbidden = prohibitions
cli-count-figures = figures
cli-count-waste = entries of the List of Waste
cli-count-activities = activity codes
cli-count-rubrics = permit rubrics (ICPE)
cli-count-communes = communes
cli-count-sources = sources
cli-standard-input = standard input
cli-standard-output = standard output
cli-no-day = “{ $text }” is no date; expected YYYY-MM-DD, for instance 2026-12-09
cli-clock = the clock of this machine is wrong
cli-yes-or-no = expected: yes or no
cli-no-wording = standard input, line { $line }: expected {"{"}"text": "…"{"}"}, read “{ $text }”
cli-no-question = standard input, line { $line }: expected {"{"}"q", "input", "candidates"{"}"}
cli-migrated = the database is up to date
cli-open = open this address in a browser; Ctrl-C to stop
cli-serving = serving
cli-no-account = no account “{ $email }”
cli-faults = { $count } faults in data/:
cli-backed-up = written { $path }; the key of the sealed values is not in it, keep it apart
cli-no-key = warning: without a key no price can be saved; give 64 hexadecimal digits by FE2I_KEY (“openssl rand -hex 32” makes them) and keep them apart from the backups
cli-restored = territories: { $count }
cli-read-back = { $id } read back
cli-outlines = outlines of communes: { $count }; version { $version }
cli-other-territory = beware: the folder is that of “{ $id }”, not of “{ $asked }”
