package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOtherException;
import org.apache.directory.ldap.client.api.exception.LdapConnectionTimeOutException;
import org.clientele.backend.ldap.BoundConnection.RefusedBindException;

/**
 * Keeps the account of a source from being locked: its password is tried by one connection at a time, and one that was refused
 * rests, the longer the more often: no more than three tries fall into half an hour. Callers go on asking, ten at once and every
 * few seconds; a server that counts would have locked the account within moments. For any thread.
 */
final class SignIns {
    static final Duration FIRST_REST = Duration.ofMinutes(5);
    static final Duration LONGEST_REST = Duration.ofMinutes(30);

    private final LongSupplier nanoTime;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Optional<Rest> rest = Optional.empty();

    private record Rest(RefusedBindException refusal, long sinceNanos, Duration length) {}

    /** @param nanoTime as {@link System#nanoTime} tells it */
    SignIns(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** One try. */
    interface Attempt {
        void run() throws LdapException;
    }

    /** Throws what the server said if the password was refused and is not to be tried yet. */
    void requireRested() throws RefusedBindException {
        Optional<Rest> last = rest;
        if (last.isPresent()) {
            Rest one = last.get();
            long left = one.length().toNanos() - (nanoTime.getAsLong() - one.sinceNanos());
            if (left > 0) {
                throw one.refusal().restingFor(Duration.ofNanos(left));
            }
        }
    }

    /** Tries to sign in, after those who came before and not while a refused password rests. */
    void inTurn(Duration limit, Attempt attempt) throws LdapException {
        takeTurn(limit);
        try {
            requireRested();
            run(attempt);
        } finally {
            turn.release();
        }
    }

    private void run(Attempt attempt) throws LdapException {
        try {
            attempt.run();
            rest = Optional.empty();
        } catch (RefusedBindException e) {
            if (e.isForGood()) {
                rest = Optional.of(new Rest(e, nanoTime.getAsLong(), nextRest()));
            }
            throw e;
        }
    }

    private Duration nextRest() {
        Duration next = rest.map(last -> last.length().multipliedBy(2)).orElse(FIRST_REST);
        return next.compareTo(LONGEST_REST) < 0 ? next : LONGEST_REST;
    }

    private void takeTurn(Duration limit) throws LdapException {
        try {
            if (!turn.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LdapConnectionTimeOutException("an earlier sign-in has had no answer yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LdapOtherException("interrupted", e);
        }
    }
}
