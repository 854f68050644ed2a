"""Tests of taking in a register."""
