#pragma once

#include <mutex>

#include "server/store/known_meetings.h"
#include "server/store/sqlite.h"
#include "server/store/sqlite_store.h"
#include "server/store/turn.h"

namespace store {

/// The connection and whose turn it is; for the store's own sources alone, one a group of ports.
struct SqliteStore::State {
    Connection connection;
    Turn turn{};  ///< held for a whole transaction; its own calls come from the same thread
    bool isInTransaction = false;
    KnownMeetings known{};  ///< as they are outside of a transaction that is open

    /// What `work` gives for the connection, when it is this thread's turn.
    template <class Work>
    auto reading(const Work& work) {
        const std::lock_guard lock(turn);
        return work(connection);
    }
    /// The same in a transaction: the one that is open, or one of its own.
    template <class Work>
    void writing(const Work& work) {
        const std::lock_guard lock(turn);
        if (isInTransaction) return work(connection);
        Transaction transaction(connection);
        isInTransaction = true;
        try {
            work(connection);
            transaction.commit();
        } catch (...) {
            isInTransaction = false;
            throw;
        }
        isInTransaction = false;
    }
};

}  // namespace store
