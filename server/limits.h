#pragma once

#include <array>
#include <cstddef>
#include <string_view>

/// The one table of limits. The code reads its values here, docs/limits.md shows them to people, and a test holds both
/// against each other.
namespace limits {

struct Limit {
    std::string_view name;
    std::size_t value;
    std::string_view unit;
    std::string_view sentence;  ///< as docs/limits.md has it
};

inline constexpr std::size_t kKibibyte = 1024;
inline constexpr std::size_t kMebibyte = 1024 * kKibibyte;

// One request (server/http). Poco 1.11 ends a head behind a line of 4092k+2 bytes, so no line may come near that.
inline constexpr Limit kHead{"http.head", 32 * kKibibyte, "bytes",
                             "Request line and header fields of one request; above: 431."};
inline constexpr Limit kFields{"http.fields", 64, "fields", "Header fields of one request; above: 431."};
inline constexpr Limit kFieldLine{"http.field_line", 4000, "bytes", "One header field with its name; above: 431."};
inline constexpr Limit kFieldName{"http.field_name", 128, "bytes", "The name of a header field; above: 431."};
inline constexpr Limit kTarget{"http.target", 3900, "bytes", "The request's path with its query; above: 414."};
inline constexpr Limit kBody{"http.body", 25 * kMebibyte, "bytes",
                             "The body of one request, announced or found; above: 413."};
inline constexpr Limit kChunkExtension{"http.chunk_extension", 256, "bytes",
                                       "The extensions of one chunk; above: 400."};
inline constexpr Limit kExtensions{"http.chunk_extensions", 4096, "bytes",
                                   "The extensions of all chunks of one body; above: 400."};
inline constexpr Limit kParts{"http.parts", 32, "parts", "The parts of one multipart/form-data body; above: 400."};
inline constexpr Limit kPartHead{"http.part_head", 4096, "bytes", "The header fields of one part; above: 400."};
inline constexpr Limit kPartName{"http.part_name", 255, "bytes", "A part's name, and its file's name; above: 400."};

inline constexpr Limit kPhoto{"photo.size", 15 * kMebibyte, "bytes", "One photo of a meeting; above: 413."};
inline constexpr Limit kPhotos{"photo.count", 200, "photos", "The photos of one meeting; above: 409."};

inline constexpr Limit kUploads{"link.uploads", 200, "files",
                                "Files that come to one document by one signer's link; above: 409."};

inline constexpr Limit kPictureResolution{"picture.resolution", 96, "dots an inch",
                                          "The picture of a document's page."};
inline constexpr Limit kPictureDots{"picture.dots", 4'000'000, "dots",
                                    "The same; a larger page is drawn at a lower resolution."};

// One process that reads untrusted PDFs (server/confine).
inline constexpr Limit kReaders{"reader.processes", 2, "processes",
                                "Processes that read PDFs at the same time; the setting `readers` changes it."};
inline constexpr Limit kReaderMemory{"reader.memory", 256 * kMebibyte, "bytes",
                                     "The address space of one of them; above: 422 and a new process."};
inline constexpr Limit kReaderProcessor{"reader.processor_time", 1, "seconds",
                                        "Of the processor for one file; above: 422 and a new process."};
inline constexpr Limit kReaderTime{"reader.time", 10, "seconds",
                                   "By the clock for one file; above: 422 and a new process."};
inline constexpr Limit kReaderQueue{"reader.queue_time", 10, "seconds", "Waiting for one of them; above: 503."};

inline constexpr Limit kText{"text.characters", 20000, "characters",
                             "One text of a meeting, an office or a list; above: 422 with its place."};

// The gate's defaults; the settings may change them.
inline constexpr Limit kConnections{"gate.connections", 4096, "connections",
                                    "Open connections; above: the one that has waited longest for its request leaves."};
inline constexpr Limit kAddressConnections{
    "gate.address_connections", 2048, "connections",
    "Open connections of one client address (IPv6: of one /64); above: its own oldest one leaves."};
inline constexpr Limit kMemory{
    "gate.memory", 256 * kMebibyte, "bytes",
    "Requests and answers held at once, an answer from when it is made; above: 503 for a request that still grows and "
    "for a large file."};
inline constexpr Limit kAddressMemory{"gate.address_memory", 128 * kMebibyte, "bytes",
                                      "The same of one client address; above: 503 for all but probes."};
inline constexpr Limit kWorkers{
    "gate.workers", 4, "threads",
    "Requests answered at the same time; a machine of more than two cores wants two for each."};
inline constexpr Limit kLightQueue{"gate.light_queue", 256, "requests",
                                   "Small requests that wait for a worker; above: 503."};
inline constexpr Limit kHeavyQueue{"gate.heavy_queue", 32, "requests",
                                   "Large requests that wait for a worker; above: 503."};
inline constexpr Limit kSmallBody{
    "gate.small_body", 64 * kKibibyte, "bytes",
    "A request with a longer body, or one to `/api/v1/verify`, is large: large ones hold half of the "
    "workers at most."};
inline constexpr Limit kHeadTime{"gate.head_time", 10, "seconds",
                                 "From connecting to the end of the head; above: 408."};
inline constexpr Limit kBodyTime{"gate.body_time", 30, "seconds",
                                 "For the body, and as much again as its bytes need at the slowest rate; above: 408."};
inline constexpr Limit kSendTime{"gate.send_time", 30, "seconds",
                                 "For the client to take its answer, likewise; above: the connection is closed."};
inline constexpr Limit kSlowestRate{"gate.slowest_rate", 32 * kKibibyte, "bytes a second",
                                    "The slowest connection that is waited for."};
inline constexpr Limit kQueueTime{"gate.queue_time", 15, "seconds", "Waiting for a worker; above: 503."};
inline constexpr Limit kLingerTime{
    "gate.linger_time", 2, "seconds",
    "Reading on behind an answer, so that it is not lost; then the connection is closed."};
inline constexpr Limit kDrainTime{"gate.drain_time", 30, "seconds",
                                  "From the order to stop to the last answer; above: 503 for what still waits."};

inline constexpr std::array kAll{kHead,        kFields,        kFieldLine,         kFieldName,
                                 kTarget,      kBody,          kChunkExtension,    kExtensions,
                                 kParts,       kPartHead,      kPartName,          kPhoto,
                                 kPhotos,      kUploads,       kPictureResolution, kPictureDots,
                                 kReaders,     kReaderMemory,  kReaderProcessor,   kReaderTime,
                                 kReaderQueue, kText,          kConnections,       kAddressConnections,
                                 kMemory,      kAddressMemory, kWorkers,           kLightQueue,
                                 kHeavyQueue,  kSmallBody,     kHeadTime,          kBodyTime,
                                 kSendTime,    kSlowestRate,   kQueueTime,         kLingerTime,
                                 kDrainTime};

}  // namespace limits
