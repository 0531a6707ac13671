#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "server/web/code_words.h"
#include "server/web/done.h"
#include "server/web/page.h"
#include "templates/value.h"

/// What the pages of the clerk's desk share: their lists, and what they read out of the API's answers.
namespace web {

std::vector<Page> meetingListPages();     ///< /spotkania
std::vector<Page> meetingFormPages();     ///< a new meeting, a change, a whole file, the end of one
std::vector<Page> partnerPages();         ///< the list of partners
std::vector<Page> participantPages();     ///< participants of a meeting
std::vector<Page> institutionPages();     ///< institutions of a meeting
std::vector<Page> draftPages();           ///< generate, issue, discard
std::vector<Page> meetingActionPages();   ///< links for all, acceptance and archive for all
std::vector<Page> photoPages();           ///< photographs
std::vector<Page> boardPages();           ///< one meeting
std::vector<Page> documentListPages();    ///< /dokumenty
std::vector<Page> documentViewPages();    ///< one document
std::vector<Page> documentActionPages();  ///< what becomes of a document
std::vector<Page> signerPages();          ///< a signer's link and returned file
std::vector<Page> uploadPages();          ///< scans, the clerk's word on what waits, files

/// The signature field of the team's leader; every other is a partner's.
inline constexpr std::string_view kLeaderField = "Lider";

/// The first page of somebody who is logged in: meetings, and what waits for the office.
http::Response deskHome(const Visit& visit);

/// Sets the text at a dotted path; an empty text takes it away. A step into a list is a number.
void putText(templates::Value& tree, std::string_view path, const std::string& text);

/// A sentence in the visitor's language.
templates::Value words(const base::Message& message);

/// "meetings" of the API: "/meetings/ID" and what follows.
std::string meetingTarget(const Visit& visit, std::string_view rest = {});
/// The page of the meeting or document that the path's first name is.
std::string meetingPath(const Visit& visit, std::string_view rest = {});
std::string documentPath(std::string_view id, std::string_view rest = {});

/// "/documents/" and an id as one segment.
std::string pageTarget(std::string_view place, std::string_view id);
/// "/signers/" or "/uploads/" and the path's second name, which the API is asked for: throws Refused 404 where that is
/// of another document than the path's first name.
std::string targetInDocument(const Visit& visit, std::string_view place);
/// The page of the document that the path names, with what a change of it was refused for. Several forms of the page
/// have fields of one name: FORM__name is the one of this form, and no form's where `form` is empty.
http::Response documentAgain(const Visit& visit, Answer answer, const std::string& form = {});

/// For the colour of a document's or signer's state: "good", "warn", "bad" or "".
std::string stateTone(std::string_view state);
/// A document with what a page shows of it beside the API's members: "name" (kind and party), "tone".
templates::Value dressedDocument(templates::Value document);

/// A refusal's faults on a page of its own that is shown anew: "problem" without fields that were typed.
http::Response again(const Visit& visit, const Answer& answer, const std::string& page, templates::Value::Map data);

/// The same answer with each fault's place in the file before its text: for files, which have no field beside which it
/// could stand.
Answer withPlaces(Answer answer);
/// The same answer with each fault's place below another one: "/name" as "/house/name".
Answer withPlacesBelow(Answer answer, const std::string& name);
/// The meeting's title, else its team's name, else its id.
std::string meetingName(const templates::Value& meeting);
/// The name of the town that it meets in; empty where that is not known.
std::string townOf(const templates::Value& meeting);
/// Whether the office has told of no certificate that it trusts: then no signature is verified.
bool trustsNobody(const Visit& visit);
/// The title of a meeting as lists show it.
std::string shortName(const templates::Value& summary);

/// One of the participants of `meeting`, with "institution_name", "person_name", "roles_text" and "name" beside.
templates::Value dressedParticipant(const templates::Value& meeting, const templates::Value& participant);

/// Whether what was typed is at fault.
bool isFaulty(const Answer& answer);
/// Whether the visitor may do so to none of many: then nothing was done, and a refusal says all.
bool isForNone(const Answer& answer);
/// One change of each document of a meeting: `act` gets it and what tells its Idempotency-Key apart. Where all went
/// well the meeting's page says so; else a page lists what did not.
http::Response changeAll(const Visit& visit, std::string_view what, const templates::Value::List& documents,
                         const std::function<Answer(const templates::Value& document, const std::string& part)>& act);
/// The meeting's documents, at most in one state.
templates::Value::List documentsOf(const Visit& visit, std::string_view state = {});
/// Whether somebody is still to sign: the signer is open, and the document takes signatures.
bool isToSign(std::string_view documentState, std::string_view signerState);

/// A list of partners or a text behind hidden fields: RFC 4648 section 4. Nothing for what is no base64.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace web
