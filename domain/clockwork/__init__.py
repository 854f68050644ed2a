"""What is due when, who does it, and how it goes: periods, runs, the lease, consequences, tidying up."""
