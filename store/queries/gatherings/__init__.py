"""What is read of gatherings: the agenda, who comes, who hosts, what clashes."""
