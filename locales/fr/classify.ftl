# fe2i classify
classify-unknown = « { $text } » : aucun mot connu ; essayez de le dire autrement
classify-hazardous = dangereux
classify-harmless = non dangereux
classify-decided = Décidé par : { $words }
classify-caution = Attention : { $what }
classify-assumed = Faute de précision : { $why }
classify-denied = pas { $word }
classify-or = Ou bien :
classify-near = Proche : { $names }
classify-ask = Souillé par un produit dangereux, ou en contenant ?
classify-choices = oui → { $yes }   non → { $no }
classify-answer = Répondre : --answer oui, ou --answer non
