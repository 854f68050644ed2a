"""What we fetch from elsewhere, guarded: addresses that people typed, and files that strangers wrote."""
