#include "FileReading.h"

namespace huying
{

FileReading::~FileReading() = default; // the thread is asked to stop, and kills what it waits for

void FileReading::read(const GeoRequest &request)
{
    _isReading = true;
    _thread.request_stop();
    auto earlier = std::make_shared<std::jthread>(std::move(_thread));
    _thread =
        std::jthread([this, request, reader = _reader, earlier, edition = ++_edition](const std::stop_token &stop) {
            if (earlier->joinable()) {
                earlier->join();
            }
            auto answer = std::make_shared<Answer>(readGeography(request, reader, stop));
            if (stop.stop_requested()) {
                return;
            }
            QMetaObject::invokeMethod(this, [this, answer, edition] {
                if (edition == _edition) {
                    _isReading = false;
                    emit answered(answer);
                }
            });
        });
}

} // namespace huying
