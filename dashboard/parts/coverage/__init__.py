"""Pieces about demand and supply: the network, the map, buddies who are missing."""
