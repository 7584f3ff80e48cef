//! Who may see what: the rules of confidentiality, in one place.
