"""What people read: pages, words, addresses, and finding them."""
