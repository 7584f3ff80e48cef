# fe2i classify
classify-unknown = “{ $text }”: no word of it is known; say it another way
classify-hazardous = hazardous
classify-harmless = not hazardous
classify-decided = Decided by: { $words }
classify-caution = Beware: { $what }
classify-assumed = Nothing said: { $why }
classify-denied = no { $word }
classify-or = Or else:
classify-near = Near: { $names }
classify-ask = Soiled by a hazardous substance, or containing one?
classify-choices = yes → { $yes }   no → { $no }
classify-answer = To answer: --answer yes, or --answer no
