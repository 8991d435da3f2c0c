package org.clientele.testkit;

import java.util.Set;
import org.clientele.Condition;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;

/** Sources that break the contract of detailed searches and mail strings, each in one way. */
final class BrokenConditions {
    private BrokenConditions() {}

    @CaughtBy(value = "aFieldHasOneOfSomeValues", saying = "should not be there: 'axb'")
    static class StarOfAValueIsAWildcard extends Broken {
        StarOfAValueIsAWildcard() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Condition condition) {
                    return condition instanceof Condition.OneOf one
                            ? super.matches(row, new Condition.Like(one.variable(), one.values()))
                            : super.matches(row, condition);
                }
            });
        }
    }

    @CaughtBy(value = "aFieldMatchesOneOfSomePatterns", saying = "patterns=[mit]")
    static class PatternsMatchAnywhere extends Broken {
        PatternsMatchAnywhere() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Condition condition) {
                    return condition instanceof Condition.Like like
                            ? like.patterns().stream()
                                    .anyMatch(pattern -> matches(
                                            row.values().getOrDefault(like.variable(), ""),
                                            TextPattern.of("*" + pattern + "*")))
                            : super.matches(row, condition);
                }
            });
        }
    }

    @CaughtBy(value = "aFieldMatchesOneOfSomePatterns", saying = "should not be there: 'anna'")
    static class StarMatchesNothing extends Broken {
        StarMatchesNothing() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Condition condition) {
                    boolean all = condition instanceof Condition.Like like
                            && like.patterns().contains("*");
                    return all || super.matches(row, condition);
                }
            });
        }
    }

    @CaughtBy(value = "aFieldIsEmptyOrNot", saying = "whose first name is empty")
    static class NoFieldIsEverEmpty extends Broken {
        NoFieldIsEverEmpty() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Condition condition) {
                    return condition instanceof Condition.Empty empty ? !empty.empty() : super.matches(row, condition);
                }
            });
        }
    }

    @CaughtBy(value = "allConditionsHoldTogether", saying = "should not be there")
    static class OneConditionIsEnough extends Broken {
        OneConditionIsEnough() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Criterion criterion) {
                    return criterion instanceof Criterion.Detailed detailed
                                    && !detailed.conditions().isEmpty()
                            ? detailed.conditions().stream().anyMatch(condition -> matches(row, condition))
                            : super.matches(row, criterion);
                }
            });
        }
    }

    @CaughtBy(value = "someAreExcluded", saying = "should not be there: 'john', 'mary'")
    static class NobodyIsExcluded extends Broken {
        NobodyIsExcluded() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Criterion criterion) {
                    return criterion instanceof Criterion.Detailed detailed
                            ? super.matches(
                                    row,
                                    new Criterion.Detailed(detailed.conditions(), detailed.customerIds(), Set.of()))
                            : super.matches(row, criterion);
                }
            });
        }
    }

    @CaughtBy(value = "someAreExcluded", saying = "should not be there: 'mary'")
    static class ExclusionDependsOnCase extends Broken {
        ExclusionDependsOnCase() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Criterion criterion) {
                    boolean other = criterion instanceof Criterion.Detailed detailed
                            && !detailed.excludedIds().isEmpty()
                            && !detailed.excludedIds().contains(row.login());
                    return other || super.matches(row, criterion);
                }
            });
        }
    }

    @CaughtBy(value = "onlyTheseCustomers", saying = "customerIds=[example]")
    static class CustomersDoNotMatter extends Broken {
        CustomersDoNotMatter() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean belongs(MemoryTable.Row row, Set<String> customers) {
                    return true;
                }
            });
        }
    }

    @CaughtBy(value = "onlyTheseCustomers", saying = "should not be there: 'axb'")
    static class StarOfACustomerIsAWildcard extends Broken {
        StarOfACustomerIsAWildcard() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean belongs(MemoryTable.Row row, Set<String> customers) {
                    return customers.isEmpty()
                            || customers.stream().anyMatch(id -> matches(value(row, "customer"), TextPattern.of(id)));
                }
            });
        }
    }

    @CaughtBy(value = "listsMayBeLongerThanAThousand", saying = "whoever has one of 2500 values")
    static class LongListsOfValuesAreCut extends Broken {
        LongListsOfValuesAreCut() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Condition condition) {
                    boolean cut = condition instanceof Condition.OneOf one
                            && one.values().size() > 1000;
                    return !cut && super.matches(row, condition);
                }
            });
        }
    }

    @CaughtBy(value = "numbers", saying = "should not be there: 'n10'")
    static class NumbersAreComparedAsText extends Broken {
        NumbersAreComparedAsText() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean compares(long number, Condition.Compare compare) {
                    int sign = Long.toString(number).compareTo(Long.toString(compare.bound()));
                    return compare.comparison().holds(sign, 0);
                }
            });
        }
    }

    @CaughtBy(value = "numbers", saying = "missing: 'n0'")
    static class BoundsAreNeverIncluded extends Broken {
        BoundsAreNeverIncluded() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean compares(long number, Condition.Compare compare) {
                    return number != compare.bound() && super.compares(number, compare);
                }
            });
        }
    }

    @CaughtBy(value = "numbers", saying = "bound=4000000000")
    static class BoundsAreCutToIntegers extends Broken {
        BoundsAreCutToIntegers() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean compares(long number, Condition.Compare compare) {
                    return compare.comparison().holds(number, (int) compare.bound());
                }
            });
        }
    }

    @CaughtBy(value = "numbers", saying = "should not be there: 'n'")
    static class NoNumberIsZero extends Broken {
        NoNumberIsZero() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Condition condition) {
                    boolean none =
                            row.values().getOrDefault(condition.variable(), "").isEmpty();
                    return condition instanceof Condition.Compare compare && none
                            ? compares(0, compare)
                            : super.matches(row, condition);
                }
            });
        }
    }

    @CaughtBy(
            value = "theInvalidAreFoundByConditionsOnlyIfAskedFor",
            saying = "only valid ones, in pages of 1000: should not be there: 'b'")
    static class ConditionsFindTheInvalidToo extends Broken {
        ConditionsFindTheInvalidToo() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
                    boolean all = query.includeInvalid() || query.criterion() instanceof Criterion.Detailed;
                    return super.search(
                            new SourceQuery(query.criterion(), query.after(), query.limit(), all), deadline);
                }
            });
        }
    }

    @CaughtBy(value = "mailStringsAreMadeOfTheListFields", saying = "the mail string")
    static class QuotesInNamesAreNotEscaped extends Broken {
        QuotesInNamesAreNotEscaped() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                String mailString(MemoryTable.Row row) {
                    String name = (value(row, "first") + " " + value(row, "last")).strip();
                    return "\"" + name + "\" <" + value(row, "email") + ">";
                }
            });
        }
    }
}
