"""Who could be asked, from columns: nothing else than what the rules say pair by pair."""
