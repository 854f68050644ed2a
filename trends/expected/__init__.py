"""What is to be expected of many series of small counts at once: level, season and spread, learned from all of them."""
