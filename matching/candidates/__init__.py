"""Who could be asked, for everybody at once: the pairs and scores of `rank`, read from columns of numbers."""
