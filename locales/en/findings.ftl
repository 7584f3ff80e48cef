# What the stages noticed.

leads-cut = { $found } leads found, the best { $kept } are kept.
flows-unclassified = { $count ->
    [one] One flow was not recognised: no lead can come of it. Choose its resource.
   *[other] { $count } flows were not recognised: no lead can come of them. Choose their resource.
 }
wording-unknown = “{ $wording }” is not recognised: choose the resource, or say it otherwise.
sites-without-profile = { $count ->
    [one] One site has no activity profile: nothing was estimated for it. Check its NAF code.
   *[other] { $count } sites have no activity profile: nothing was estimated for them. Check their NAF codes.
 }
