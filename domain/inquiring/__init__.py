"""Questions that parents and young people put to us in writing, or to be phoned: asking, answering, forgetting."""
