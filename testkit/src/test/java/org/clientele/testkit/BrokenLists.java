package org.clientele.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.Ordering;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;

/** Sources that break the contract of sorting, counting and customer IDs, each in one way. */
final class BrokenLists {
    private BrokenLists() {}

    @CaughtBy(value = "theEmptyComeLastInBothDirections", saying = "descending=true")
    static class TheEmptyComeFirstWhenDescending extends Broken {
        TheEmptyComeFirstWhenDescending() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                Comparator<SourceRecord> by(Ordering ordering) {
                    Comparator<SourceRecord> ascending = super.by(Ordering.ascending(ordering.variable()));
                    return ordering.descending() ? ascending.reversed() : ascending;
                }
            });
        }
    }

    @CaughtBy(value = "textIsSortedInLowerCaseByCodePoint", saying = "variable=UserLastname")
    static class SortingDependsOnCase extends Broken {
        SortingDependsOnCase() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                Comparator<SourceRecord> by(Ordering ordering) {
                    Comparator<SourceRecord> byText = Comparator.comparing(found -> found.fields()
                            .getOrDefault(ordering.variable(), List.of(""))
                            .get(0));
                    return ordering.descending() ? byText.reversed() : byText;
                }
            });
        }
    }

    @CaughtBy(value = "numbersAreSortedAsNumbers", saying = "expected \"n9\" but was \"n10\"")
    static class NumbersAreSortedAsText extends Broken {
        NumbersAreSortedAsText() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                Comparator<SourceRecord> by(Ordering ordering) {
                    Comparator<SourceRecord> byText = Comparator.comparing(found -> found.fields()
                            .getOrDefault(ordering.variable(), List.of("\uFFFF"))
                            .get(0));
                    return ordering.descending() ? byText.reversed() : byText;
                }
            });
        }
    }

    @CaughtBy(value = "whatIsAlikeIsInTheOrderOfLogins", saying = "descending=true")
    static class DescendingTurnsLoginsRound extends Broken {
        DescendingTurnsLoginsRound() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public SourcePage sort(SourceQuery query, List<Ordering> order, Deadline deadline)
                        throws SourceUnavailableException {
                    List<SourceRecord> sorted = table().select(row -> true).stream()
                            .map(this::toRecord)
                            .sorted(by(Ordering.ascending(order.get(0).variable()))
                                    .thenComparing(order()))
                            .toList();
                    return order.get(0).descending()
                            ? page(reversed(sorted), query.limit())
                            : super.sort(query, order, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "theFirstFieldMattersMost", saying = "variable=UserFirstname, descending=true")
    static class OnlyTheFirstFieldIsSorted extends Broken {
        OnlyTheFirstFieldIsSorted() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public SourcePage sort(SourceQuery query, List<Ordering> order, Deadline deadline)
                        throws SourceUnavailableException {
                    return super.sort(query, order.subList(0, 1), deadline);
                }
            });
        }
    }

    @CaughtBy(value = "thePageIsThatOfTheFirstAndSaysWhetherThereAreMore", saying = "the first 1]")
    static class SomeAreSortedInsteadOfTheFirst extends Broken {
        SomeAreSortedInsteadOfTheFirst() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public SourcePage sort(SourceQuery query, List<Ordering> order, Deadline deadline)
                        throws SourceUnavailableException {
                    SourcePage some = search(query, deadline);
                    return new SourcePage(
                            some.records().stream().sorted(by(order.get(0))).toList(), some.more(), false);
                }
            });
        }
    }

    @CaughtBy(value = "everybodyIsCounted", saying = "invalid ones not")
    static class TheInvalidAreCountedAlways extends Broken {
        TheInvalidAreCountedAlways() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public long count(Criterion criterion, boolean includeInvalid, Deadline deadline)
                        throws SourceUnavailableException {
                    return super.count(criterion, true, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "everybodyIsCounted", saying = "expected: 120L")
    static class OnlyAPageIsCounted extends Broken {
        OnlyAPageIsCounted() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public long count(Criterion criterion, boolean includeInvalid, Deadline deadline)
                        throws SourceUnavailableException {
                    return Math.min(100, super.count(criterion, includeInvalid, deadline));
                }
            });
        }
    }

    @CaughtBy(value = "whateverIsCountedTheModelSaysTheSame", saying = "but was: 60L")
    static class EverybodyIsCountedAlways extends Broken {
        EverybodyIsCountedAlways() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public long count(Criterion criterion, boolean includeInvalid, Deadline deadline)
                        throws SourceUnavailableException {
                    boolean none = criterion instanceof Criterion.Ids;
                    return super.count(none ? criterion : Criterion.ALL, includeInvalid, deadline);
                }
            });
        }
    }

    @CaughtBy(value = "countingHasADeadline", saying = "a count whose deadline has passed")
    static class CountingHasNoDeadline extends Broken {
        CountingHasNoDeadline() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public long count(Criterion criterion, boolean includeInvalid, Deadline deadline)
                        throws SourceUnavailableException {
                    return super.count(criterion, includeInvalid, Probe.deadline());
                }
            });
        }
    }

    @CaughtBy(value = "eachCustomerIdIsListedOnceInOrder", saying = "by 2")
    static class CustomerIdsAreRepeated extends Broken {
        CustomerIdsAreRepeated() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline)
                        throws SourceUnavailableException {
                    CustomerIdList list = super.customerIds(query, deadline);
                    boolean room =
                            list.ids().size() < query.limit() && !list.ids().isEmpty();
                    return room ? new CustomerIdList(twice(list.ids()), list.more(), false) : list;
                }
            });
        }
    }

    @CaughtBy(value = "spellingsAreKept", saying = "id=Acme")
    static class SpellingsAreMerged extends Broken {
        SpellingsAreMerged() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline)
                        throws SourceUnavailableException {
                    CustomerIdList list = super.customerIds(query, deadline);
                    List<Position> lower = list.ids().stream()
                            .map(id -> new Position(id.key(), id.key()))
                            .distinct()
                            .toList();
                    return new CustomerIdList(lower, list.more(), false);
                }
            });
        }
    }

    @CaughtBy(value = "thoseOfTheInvalidAreListedOnlyIfAskedFor", saying = "invalid ones not")
    static class CustomerIdsOfTheInvalidAreListedAlways extends Broken {
        CustomerIdsOfTheInvalidAreListedAlways() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline)
                        throws SourceUnavailableException {
                    return super.customerIds(
                            new CustomerIdQuery(query.search(), query.after(), query.limit(), true), deadline);
                }
            });
        }
    }

    @CaughtBy(value = "aTextIsLookedForInTheCustomerIdAlone", saying = "literals=[acme]")
    static class CustomerIdsAreNotSearched extends Broken {
        CustomerIdsAreNotSearched() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline)
                        throws SourceUnavailableException {
                    return super.customerIds(
                            new CustomerIdQuery(Optional.empty(), query.after(), query.limit(), query.includeInvalid()),
                            deadline);
                }
            });
        }
    }

    private static List<SourceRecord> reversed(List<SourceRecord> records) {
        List<SourceRecord> turned = new ArrayList<>(records);
        Collections.reverse(turned);
        return turned;
    }

    private static List<Position> twice(List<Position> ids) {
        List<Position> more = new ArrayList<>(ids);
        more.add(ids.get(ids.size() - 1));
        return more;
    }
}
