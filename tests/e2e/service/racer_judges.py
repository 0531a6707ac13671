"""What is wrong with a race, in words; nothing where all is right."""

import collections

SIGNS = ("signer.sign", "seal.done")


def answer_faults(racers, losing):
    """Every racer has an answer: that they won, or one of `losing`."""
    wrong = collections.Counter(one.status for one in racers if not one.has_won and one.status not in losing)
    return [f"{count} x {status or 'no answer'}" for status, count in wrong.items()]


def signature_faults(racers, found):
    faults = answer_faults(racers, {409})
    by_signer = collections.defaultdict(list)
    for one in racers:
        by_signer[one.wish["signer"]].append(one)
    for signer, group in by_signer.items():
        faults += [f"{group[0].wish['field']}: {fault}" for fault in signer_faults(signer, group, found)]
    losers = sum("sha256" in one.wish and not one.has_won for one in racers)
    if len(found["kept"]) != losers:
        faults.append(f"{losers} files were refused, {len(found['kept'])} are kept")
    if found["document"]["head_sha256"] not in {one["sha256"] for one in found["accepted"]}:
        faults.append("the head is no accepted file")
    return faults


def signer_faults(signer, group, found):
    winners = [one for one in group if one.has_won]
    files = [one["sha256"] for one in found["accepted"] if one["signer_id"] == signer]
    told = [one["detail"] for one in found["events"] if one["action"] in SIGNS and one["subject"]["id"] == signer]
    state = next(one["state"] for one in found["document"]["signers"] if one["id"] == signer)
    # The same file of the same signer is one upload, however often it comes.
    won = len({one.wish.get("sha256", at) for at, one in enumerate(winners)})
    faults = [] if won == 1 else [f"{won} won"]
    if len(files) != 1:
        faults.append(f"{len(files)} accepted files")
    if told != files:
        faults.append(f"the trail has {told}, the state {files}")
    if state != "signed":
        faults.append(f"the signer is {state}")
    if winners and winners[0].wish.get("sha256") not in (None, *files):
        faults.append("another file than the winner's was taken")
    if group[0].wish["field"] not in found["intact"]:
        faults.append("the signature is in no file")
    return faults


def change_faults(racers, stands, events):
    faults = answer_faults(racers, {412})
    winners = [one.wish for one in racers if one.has_won]
    if winners != [stands]:
        faults.append(f"{winners} won, {stands} stands")
    return faults if len(events) == 1 else [*faults, f"the trail has {events}"]


def key_faults(racers, made, again):
    faults = answer_faults(racers, {409})
    answers = {one.answer.body for one in racers if one.has_won}
    if len(answers) != 1 or made != 1:
        faults.append(f"{len(answers)} answers, {made} made")
    return faults if again in answers else [*faults, "asked again it says something else"]


def link_faults(racers, opening, made):
    faults = answer_faults(racers, ())
    if opening != 1:
        faults.append(f"{opening} links open")
    return faults if made == len(racers) else [*faults, f"the trail has {made} of {len(racers)}"]
