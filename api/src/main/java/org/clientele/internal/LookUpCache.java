package org.clientele.internal;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups of one source, remembered for a while, but for ids of which only the source knows which others are the same. Only loads fill it; a load during which the record was written is not
 * remembered. That a source is unavailable is never remembered, that it has no record for five seconds at most.
 */
final class LookUpCache {
    private static final int MOST_ENTRIES = 10_000;
    private static final Duration MOST_FOR_ABSENT = Duration.ofSeconds(5);

    private final boolean caseSensitive;
    private final boolean off;
    private final AsyncCache<String, Optional<SourceRecord>> records;

    LookUpCache(Duration timeToLive, boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
        this.off = timeToLive.isZero();
        this.records = Caffeine.newBuilder()
                .maximumSize(MOST_ENTRIES)
                .executor(Runnable::run)
                .expireAfter(expiry(timeToLive))
                .buildAsync();
    }

    /** The remembered answer, which may be that there is no such record. */
    Optional<Optional<SourceRecord>> get(String id) {
        CompletableFuture<Optional<SourceRecord>> future = isRemembered(id) ? records.getIfPresent(key(id)) : null;
        return future == null || !future.isDone() || future.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.of(future.join());
    }

    /** Announces that the record is being loaded; what is forgotten from here on is not remembered. */
    Load load(String id) {
        CompletableFuture<Optional<SourceRecord>> promise = new CompletableFuture<>();
        CompletableFuture<Optional<SourceRecord>> known =
                isRemembered(id) ? records.asMap().putIfAbsent(key(id), promise) : null;
        return new Load(key(id), promise, known);
    }

    void forget(String id) {
        records.asMap().remove(key(id));
    }

    void forgetAll() {
        records.asMap().clear();
    }

    private boolean isRemembered(String id) {
        return !off && (caseSensitive || !OrderKey.isAmbiguous(id));
    }

    private String key(String id) {
        return caseSensitive ? id : OrderKey.of(id);
    }

    private static Expiry<String, Optional<SourceRecord>> expiry(Duration timeToLive) {
        Duration absent = timeToLive.compareTo(MOST_FOR_ABSENT) < 0 ? timeToLive : MOST_FOR_ABSENT;
        return Expiry.writing((key, record) -> record.isPresent() ? timeToLive : absent);
    }

    /** One load; it ends whether or not it brought an answer. */
    final class Load {
        private final String key;
        private final CompletableFuture<Optional<SourceRecord>> promise;
        private final @Nullable CompletableFuture<Optional<SourceRecord>> known;

        private Load(
                String key,
                CompletableFuture<Optional<SourceRecord>> promise,
                @Nullable CompletableFuture<Optional<SourceRecord>> known) {
            this.key = key;
            this.promise = promise;
            this.known = known;
        }

        /** What was remembered before is older than this answer, and goes; unless it was forgotten meanwhile. */
        void loaded(Optional<SourceRecord> found) {
            promise.complete(found);
            if (known != null && known.isDone()) {
                records.asMap().replace(key, known, promise);
            }
        }

        /** Lets the entry go if nothing was loaded: a promise that is cancelled leaves the cache. */
        void end() {
            promise.cancel(false);
        }
    }
}
