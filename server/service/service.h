#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/http/router.h"
#include "server/service/settings.h"
#include "server/workflow/ports.h"

namespace service {

enum class Purpose {
    serve,
    look,  ///< at the routes: nothing listens, and nobody is invited
};

/// Everything that serves, built in order and ended in the opposite one.
class Service {
public:
    /// Takes the data folder's lock, opens the office key, imports the samples where the settings say so and nobody has
    /// an account, and listens when it returns. Throws Error(busy) when the folder or the port is in use, and as its
    /// parts do; a data folder that it made is then removed again.
    Service(const Settings& settings, const workflow::Clock& now, Purpose purpose = Purpose::serve);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Serves until stop(), then drains.
    void run();
    /// From any thread, and from a signal's handler.
    void stop() noexcept;

    std::string url() const;                                   ///< without a slash at its end
    const std::optional<std::string>& setupLink() const;       ///< while nobody has an account
    const std::vector<std::string>& importedMeetings() const;  ///< at this start
    const std::vector<http::Route>& routes() const;            ///< of the API
    const std::vector<http::Route>& pages() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace service
