package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;
import org.jspecify.annotations.Nullable;

/** Sources that break the contract of signing in, each in one way. */
final class BrokenAuthenticators {

    private BrokenAuthenticators() {}

    /** The contract of signing in on one broken kind of source. */
    abstract static class BrokenAuthenticator extends AuthenticatingSourceContract {
        private final BiFunction<MemoryTable, Map<String, String>, MemorySource> kind;

        BrokenAuthenticator(BiFunction<MemoryTable, Map<String, String>, MemorySource> kind) {
            this.kind = kind;
        }

        @Override
        public Fixture fixture(List<TestPerson> people, Map<String, String> passwords) {
            return MemoryFixture.of(people, table -> kind.apply(table, passwords));
        }
    }

    @CaughtBy(value = "whoIsNotValidIsRefused", saying = "an invalid person signed in")
    static class InvalidPeopleSignIn extends BrokenAuthenticator {
        InvalidPeopleSignIn() {
            super((table, passwords) -> new AuthenticatingMemorySource(table, passwords) {
                @Override
                boolean isWelcome(MemoryTable.Row row) {
                    return true;
                }
            });
        }
    }

    @CaughtBy(value = "whoHasNoPasswordIsRefused", saying = "signed in without having a password")
    static class WhoHasNoPasswordNeedsNone extends BrokenAuthenticator {
        WhoHasNoPasswordNeedsNone() {
            super((table, passwords) -> new AuthenticatingMemorySource(table, passwords) {
                @Override
                boolean isRight(@Nullable String stored, String typed) {
                    return typed.equals(String.valueOf(stored));
                }
            });
        }
    }

    @CaughtBy(value = "anyOtherPasswordIsRefused", saying = "signed in with the wrong password")
    static class BlanksAroundPasswordsDoNotCount extends BrokenAuthenticator {
        BlanksAroundPasswordsDoNotCount() {
            super((table, passwords) -> new AuthenticatingMemorySource(table, passwords) {
                @Override
                boolean isRight(@Nullable String stored, String typed) {
                    return stored != null && typed.strip().equals(stored.strip());
                }
            });
        }
    }

    @CaughtBy(value = "whoIsNotThereIsRefused", saying = "who is not there")
    static class LoginsArePatterns extends BrokenAuthenticator {
        LoginsArePatterns() {
            super((table, passwords) -> new AuthenticatingMemorySource(table, passwords) {
                @Override
                Optional<MemoryTable.Row> row(String id) {
                    return table().select(row -> id.equals("*") || row.login().equals(id)).stream()
                            .findFirst();
                }
            });
        }
    }

    @CaughtBy(value = "aStorageThatIsAwayRefusesNobody", saying = "while the storage is away")
    static class AnOutageIsARefusal extends BrokenAuthenticator {
        AnOutageIsARefusal() {
            super((table, passwords) -> new AuthenticatingMemorySource(table, passwords) {
                @Override
                public boolean authenticate(String id, Password password, Deadline deadline) {
                    try {
                        return super.authenticate(id, password, deadline);
                    } catch (SourceUnavailableException e) {
                        return false;
                    }
                }
            });
        }
    }
}
