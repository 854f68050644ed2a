"""The pages behind the scenes: people, jobs, letters, the journal, files that come in."""
