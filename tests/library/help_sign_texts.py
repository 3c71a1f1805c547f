"""The signs as the corrections to the specification list them: tier, key, sentence, and whom it is for, in its words."""

LOW = "low_back, thoracic, hip"
ARM = "shoulder, elbow, wrist_hand"
LEG = "hip, knee, ankle_foot"
SIGNS = [
    ("emergency", "e_chest", "You have sudden chest pain that does not go away.", "always"),
    ("emergency", "e_chest_spread", "You have chest pain that spreads to your arm, back, neck or jaw.", "always"),
    ("emergency", "e_chest_ill", "You have chest pain, and you feel sick, sweaty or faint.", "always"),
    ("emergency", "e_breath", "You cannot get your breath.", "always"),
    ("emergency", "e_faint", "You faint.", "always"),
    (
        "emergency",
        "e_stroke",
        "All at once your face droops, an arm is weak, or you slur your words.",
        "always",
    ),
    ("emergency", "e_saddle", "You feel numb, or it feels changed, between your legs.", f"region: {LOW}"),
    ("emergency", "e_bladder", "You newly cannot pee, or you leak pee or poo.", f"region: {LOW}"),
    ("emergency", "e_legs", "Both legs are getting weak or numb.", f"region: {LOW}, neck"),
    (
        "emergency",
        "e_neck_sudden",
        "You get sudden, very bad neck pain or headache, and it is new.",
        "region: neck, thoracic, shoulder",
    ),
    (
        "emergency",
        "e_neck_see",
        "All at once you see double, or you cannot walk straight.",
        "region: neck, thoracic",
    ),
    ("emergency", "e_neck_hit", "You have new neck pain after a fall or a hit.", "region: neck"),
    (
        "emergency",
        "e_foot_cold",
        "Your foot suddenly turns cold, pale or blue, and it hurts.",
        f"region: low_back, {LEG}",
    ),
    ("emergency", "e_hand_cold", "Your hand suddenly turns cold, pale or blue, and it hurts.", f"region: neck, {ARM}"),
    (
        "emergency",
        "e_fall",
        "You fell hard, and you cannot stand, or a leg looks bent.",
        f"region: {LEG}, low_back; not nwb",
    ),
    ("emergency", "e_fall_nwb", "You fell hard, and your leg hurts badly or looks bent.", "patient: nwb"),
    ("emergency", "e_arm_bent", "You fell hard, and your arm looks bent.", f"region: {ARM}"),
    ("emergency", "e_dislocated", "A joint looks out of place.", "region: shoulder, elbow, hip, knee"),
    (
        "emergency",
        "e_thr",
        "Your new hip hurts badly all at once, and the leg looks shorter or turned.",
        "patient: replaced_hip",
    ),
    (
        "emergency",
        "e_pregnancy",
        "You are pregnant and you bleed, leak fluid, or your baby moves less.",
        "patient: pregnancy",
    ),
    ("today", "t_hot", "A joint is newly hot, red and swollen.", "always"),
    ("today", "t_fever", "You have a fever with back pain or a sore joint.", "always"),
    ("today", "t_fever_op", "You have had surgery, and now you have a fever.", "patient: operated"),
    ("today", "t_wound", "Your wound is red, leaks or opens.", "patient: operated, wound"),
    (
        "today",
        "t_calf",
        "One calf is newly swollen, warm and sore. The other calf is not.",
        f"region: {LEG}; or patient: operated, pregnancy",
    ),
    ("today", "t_weak", "An arm or leg is newly weak, or gets weaker.", "always"),
    ("today", "t_hands", "Your hands are newly clumsy, or your walk is newly unsteady.", "region: neck, thoracic"),
    ("today", "t_weight", "You could stand on the leg before, and now you cannot.", f"region: {LEG}; not nwb"),
    ("today", "t_pop_arm", "You felt a pop, and now you cannot lift your arm.", "region: shoulder"),
    ("today", "t_pop_knee", "You felt a pop, and now you cannot straighten your knee.", "region: knee"),
    ("today", "t_pop_calf", "You felt a pop, and now you cannot push up on your toes.", "region: ankle_foot"),
    ("today", "t_locked", "Your knee is stuck and will not bend or go straight.", "region: knee"),
    ("today", "t_swelled", "Your knee swelled up fast after a twist or a fall.", "region: knee"),
    ("today", "t_pain", "Your pain is very bad and does not ease when you rest.", "always"),
    (
        "today",
        "t_child",
        "You newly limp, or you have new pain in your hip or groin.",
        "patient: under_18; region: hip, knee",
    ),
    ("call", "c_worse", "Your pain gets worse for 3 days in a row.", "always"),
    ("call", "c_same", "Your pain is no better after {n} weeks.", "always"),
    ("call", "c_night", "Pain wakes you most nights, and this is new.", "always"),
    ("call", "c_weight", "You lose weight and do not know why, or you feel ill.", "always"),
    ("call", "c_knee", "Your knee gives way.", "region: knee"),
    (
        "call",
        "c_tingle",
        "You have new pins and needles that stay.",
        f"region: neck, low_back, thoracic, {ARM}, hip",
    ),
    ("call", "c_nwb", "You put too much weight on the leg, and now it hurts more.", "patient: nwb"),
    ("call", "c_fall", "You fell, or you nearly fell, and you are not hurt.", "patient: falls_risk, age_65"),
    ("call", "c_unsure", "You are not sure if the plan is right for you.", "always"),
]


def fits(only: str, regions: set[str], facts: set[str]) -> bool:
    """Whether a line is for a patient, read straight from the words of the table."""
    if only == "always":
        return True

    def one(part: str) -> bool:
        if part.startswith("not "):
            return part.removeprefix("not ") not in facts
        kind, _, names = part.removeprefix("or ").partition(": ")
        return bool({"region": regions, "patient": facts}[kind] & set(names.split(", ")))

    parts = only.split("; ")
    return any(map(one, parts)) if any(part.startswith("or ") for part in parts) else all(map(one, parts))
