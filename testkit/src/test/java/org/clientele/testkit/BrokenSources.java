package org.clientele.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;

/** Sources that break the contract, each in one way, and the contract that is run on them. */
final class BrokenSources {
    private static final Map<String, String> SETTINGS = Map.of("searchPrefix", "*");

    private BrokenSources() {}

    /** The contract on one broken kind of source. */
    abstract static class Broken extends CustomerUserSourceContract
            implements SortingSourceContract, CountingSourceContract, CustomerIdSourceContract {
        private final Function<MemoryTable, MemorySource> kind;

        Broken(Function<MemoryTable, MemorySource> kind) {
            this.kind = kind;
        }

        @Override
        public Fixture fixture(List<TestPerson> people) {
            return MemoryFixture.of(people, kind);
        }
    }

    @CaughtBy("aWalkMeetsEverybodyOnceInOrder")
    static class CursorSkipsARow extends Broken {
        CursorSkipsARow() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    boolean second = records.size() > limit && limit > 1;
                    return super.page(second ? records.subList(1, records.size()) : records, limit);
                }
            });
        }
    }

    @CaughtBy("aWalkMeetsEverybodyOnceInOrder")
    static class CursorRepeatsARow extends Broken {
        CursorRepeatsARow() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isBehind(SourceRecord found, Optional<Position> after) {
                    return after.isEmpty() || Probe.positionOf(found).compareTo(after.get()) >= 0;
                }
            });
        }
    }

    @CaughtBy("loginsThatDifferInCaseOnlyArePagedWhereCaseMatters")
    static class CursorKnowsKeysOnly extends Broken {
        CursorKnowsKeysOnly() {
            super(table -> new MemorySource(table, Map.of("searchPrefix", "*", "searchCaseSensitive", "1")) {
                @Override
                boolean isBehind(SourceRecord found, Optional<Position> after) {
                    return after.isEmpty()
                            || OrderKey.COMPARATOR.compare(
                                            found.key(), after.get().key())
                                    > 0;
                }
            });
        }
    }

    @CaughtBy("theOrderIsByCodePoint")
    static class OrderIsThatOfLogins extends Broken {
        OrderIsThatOfLogins() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                Comparator<SourceRecord> order() {
                    return Comparator.comparing(SourceRecord::id, OrderKey.COMPARATOR);
                }
            });
        }
    }

    @CaughtBy("theOrderIsByCodePoint")
    static class OrderIsThatOfJava extends Broken {
        OrderIsThatOfJava() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                Comparator<SourceRecord> order() {
                    return Comparator.comparing(SourceRecord::key).thenComparing(SourceRecord::id);
                }

                @Override
                boolean isBehind(SourceRecord found, Optional<Position> after) {
                    return after.isEmpty() || found.key().compareTo(after.get().key()) > 0;
                }
            });
        }
    }

    @CaughtBy("notMatchesEmptyFieldsToo")
    static class EmptyFieldUnderNotIsUnknown extends Broken {
        EmptyFieldUnderNotIsUnknown() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, SearchExpression expression) {
                    boolean unknown = expression instanceof SearchExpression.Not
                            && row.values().containsValue("");
                    return !unknown && super.matches(row, expression);
                }
            });
        }
    }

    @CaughtBy("caseMattersAsTheDescriptionSays")
    static class CaseAlwaysMatters extends Broken {
        CaseAlwaysMatters() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                String fold(String text) {
                    return text;
                }
            });
        }
    }

    @CaughtBy("caseMattersAsTheDescriptionSays")
    static class CaseIsFoldedForAsciiOnly extends Broken {
        CaseIsFoldedForAsciiOnly() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                String fold(String text) {
                    return text.chars()
                            .map(c -> c < 128 ? Character.toLowerCase(c) : c)
                            .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                            .toString();
                }
            });
        }
    }

    @CaughtBy("addressesAreComparedWithoutCaseAndAsAWhole")
    static class AddressDependsOnCase extends Broken {
        AddressDependsOnCase() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isAddress(String stored, String asked) {
                    return stored.equals(asked);
                }
            });
        }
    }

    @CaughtBy("everyCriterionTakesEveryCharacterLiterally")
    static class PercentIsAWildcard extends Broken {
        PercentIsAWildcard() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(String value, TextPattern pattern) {
                    String like = pattern.render(text -> text.replace("%", "*"), "*");
                    return super.matches(value, TextPattern.of(like));
                }
            });
        }
    }

    @CaughtBy("everyCriterionTakesEveryCharacterLiterally")
    static class UnderscoreIsAWildcard extends Broken {
        UnderscoreIsAWildcard() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                String literal(String text) {
                    return super.literal(text).replace("_", "\\E.\\Q");
                }
            });
        }
    }

    @CaughtBy("whatIsSpecialElsewhereFindsNobody")
    static class StarOfALookUpIsAWildcard extends Broken {
        StarOfALookUpIsAWildcard() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isId(String stored, String asked) {
                    return matches(stored, TextPattern.of(asked));
                }
            });
        }
    }

    @CaughtBy("aBlankAtTheEndOfAQuestionCounts")
    static class BlanksAtTheEndAreIgnored extends Broken {
        BlanksAtTheEndAreIgnored() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isId(String stored, String asked) {
                    return super.isId(stored.stripTrailing(), asked.stripTrailing());
                }
            });
        }
    }

    @CaughtBy("eachWordMayMatchInAnotherField")
    static class AllWordsMustBeInOneField extends Broken {
        AllWordsMustBeInOneField() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, SearchExpression expression) {
                    if (!(expression instanceof SearchExpression.And and)) {
                        return super.matches(row, expression);
                    }
                    return row.values().keySet().stream()
                            .map(variable -> new MemoryTable.Row(
                                    row.login(), Map.of(variable, row.values().get(variable)), row.validity()))
                            .anyMatch(one -> super.matches(one, and));
                }
            });
        }
    }

    @CaughtBy("aPageThatIsJustFullHasNoMoreBehindIt")
    static class LimitIsIgnored extends Broken {
        LimitIsIgnored() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    return new SourcePage(records, false, false);
                }
            });
        }
    }

    @CaughtBy("aPageThatIsJustFullHasNoMoreBehindIt")
    static class FullPageSaysMore extends Broken {
        FullPageSaysMore() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    SourcePage page = super.page(records, limit);
                    return new SourcePage(page.records(), page.records().size() == limit, false);
                }
            });
        }
    }

    @CaughtBy("aPageThatIsJustFullHasNoMoreBehindIt")
    static class NeverSaysMore extends Broken {
        NeverSaysMore() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    return new SourcePage(super.page(records, limit).records(), false, false);
                }
            });
        }
    }

    @CaughtBy("outages")
    static class FailureIsAnEmptyAnswer extends Broken {
        FailureIsAnEmptyAnswer() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    if (deadline.passed()) {
                        super.check(deadline);
                    }
                }

                @Override
                boolean isId(String stored, String asked) {
                    return !table().isAway() && super.isId(stored, asked);
                }
            });
        }
    }

    @CaughtBy("aDeadlineThatHasPassedIsATimeOut")
    static class DeadlineIsIgnored extends Broken {
        DeadlineIsIgnored() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                void check(Deadline deadline) throws SourceUnavailableException {
                    super.check(Probe.deadline());
                }
            });
        }
    }

    @CaughtBy("theInvalidAreFoundWithTheirValidity")
    static class TheInvalidAreHidden extends Broken {
        TheInvalidAreHidden() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
                    return super.find(id, deadline).filter(found -> found.validity() == Validity.VALID);
                }
            });
        }
    }

    @CaughtBy("theInvalidAreListedOnlyIfAskedFor")
    static class TheInvalidAreAlwaysListed extends Broken {
        TheInvalidAreAlwaysListed() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
                    return super.search(
                            new SourceQuery(query.criterion(), query.after(), query.limit(), true), deadline);
                }
            });
        }
    }

    @CaughtBy("theKeyIsTheLoginInLowerCase")
    static class KeyKeepsItsCase extends Broken {
        KeyKeepsItsCase() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                String key(String id) {
                    return id;
                }
            });
        }
    }

    @CaughtBy("whatIsSpecialElsewhereFindsNobody")
    static class NulIsAnError extends Broken {
        NulIsAnError() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isId(String stored, String asked) {
                    if (asked.indexOf('\0') >= 0) {
                        throw new IllegalStateException("invalid byte sequence");
                    }
                    return super.isId(stored, asked);
                }
            });
        }
    }

    @CaughtBy("aThousandLoginsAreAskedForAtOnce")
    static class LongListsOfLoginsAreCut extends Broken {
        LongListsOfLoginsAreCut() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Criterion criterion) {
                    boolean cut =
                            criterion instanceof Criterion.Ids ids && ids.ids().size() > 500;
                    return !cut && super.matches(row, criterion);
                }
            });
        }
    }
}
