"""What parents and young people read: texts with their versions, words and addresses, and finding one's way in them."""
