"""Better words for a draft from a model: it is told what to say, and what it says is checked before anybody sees it."""
