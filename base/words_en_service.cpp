#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"settings.faults", "The settings have faults."},
    {"settings.unknown", "There is no setting “{0}”."},
    {"settings.twice", "The setting “{0}” occurs more than once."},
    {"settings.no_equals", "A line of settings must have the form “name = value”."},
    {"settings.not_utf8", "The settings file is not in UTF-8."},
    {"settings.bad_value", "Wrong value of the setting “{0}”: {1}"},
    {"settings.number", "a number from {0} to {1} is needed."},
    {"settings.list", "a list separated by commas is needed."},
    {"settings.url", "an address “http://…” or “https://…” without a path is needed."},
    {"settings.yes_or_no", "“yes” or “no” is needed."},
    {"idempotency.key", "The field Idempotency-Key must have 1 to {0} visible ASCII characters."},
    {"idempotency.going",
     "A request with the same Idempotency-Key is being carried out; please repeat it in a moment."},
    {"idempotency.other_request", "Another request came earlier under the same Idempotency-Key."},
    {"job.none", "There is no such job."},
    {"service.serving", "Akces is at {0}/"},
    {"service.setup_link", "The first account is made by this link, which works once (it is in the file {0} too):"},
    {"service.started", "The service has started."},
    {"service.stopped", "The service has stopped."},
    {"service.samples", "Sample meetings were imported: {0}."},
    {"service.trust_changed",
     "The trusted certificates changed; signatures without established trust will be judged again."},
    {"service.bad_certificate", "The certificate file {0} cannot be read; it is left out."},
    {"service.job_failed", "The job {0} failed: {1}"},
    {"service.watch_failed", "A regular check failed: {0}"},
    {"health.key", "The office key signs."},
    {"health.key_failed", "The office key does not sign: {0}"},
    {"health.key_open", "The office key’s file is not protected by a passphrase."},
    {"health.key_own",
     "This installation issued the office’s certificate to itself; recipients do not know its issuer."},
    {"health.disk", "Free disk space: {0} MB."},
    {"health.disk_full", "Only {0} MB are left on the disk."},
    {"health.database", "The database answers."},
    {"health.database_failed", "The database does not answer: {0}"},
    {"health.clock", "The clock goes forward."},
    {"health.clock_back", "The clock shows a time before the last entry of the audit log ({0})."},
    {"health.unknown", "The check has not been made yet."},
    {"health.trust", "There is a folder of trusted certificates."},
    {"health.no_trust",
     "There is no folder of trusted certificates (setting “trust”), so no signature will count as verified."},
    {"service.no_trust",
     "There is no folder of trusted certificates “{0}” (setting “trust”), so no signature will count as verified."},
    {"settings.address", "an IP address is needed, for example 127.0.0.1."},
    {"settings.host", "a server name without “http://” and without a path is needed, for example akces.example.pl."},
});

}  // namespace

std::span<const Word> serviceWords() { return kWords; }

}  // namespace base::english
