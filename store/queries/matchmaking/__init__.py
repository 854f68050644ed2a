"""What is read of requests for a buddy and of finding one."""
