"""What the diary asks for at follow-up: alerts, scores that matter, proposals for the next plan. It decides nothing."""
