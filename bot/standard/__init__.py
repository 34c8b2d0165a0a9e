"""The service standard: twelve rules of kind service, one small file each, and the check that runs them on a draft."""
