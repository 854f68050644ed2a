"""Questions that parents ask us in writing."""
