package org.clientele.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;

/** Sources with one fault each: lists. */
final class BrokenPages {

    private BrokenPages() {}

    @CaughtBy(value = "aWalkMeetsEverybodyOnceInOrder", saying = "missing: ")
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

    @CaughtBy(value = "aWalkMeetsEverybodyOnceInOrder", saying = "a record that is not behind it")
    static class CursorRepeatsARow extends Broken {
        CursorRepeatsARow() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isBehind(SourceRecord found, Optional<Position> after) {
                    return after.isEmpty() || found.position().compareTo(after.get()) >= 0;
                }
            });
        }
    }

    @CaughtBy(value = "loginsThatDifferInCaseOnlyArePagedWhereCaseMatters", saying = "missing: ")
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

    @CaughtBy(value = "theOrderIsByCodePoint", saying = "A-b")
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

    @CaughtBy(value = "theOrderIsByCodePoint", saying = "\uD83D\uDE00")
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

    @CaughtBy(value = "aPageThatIsJustFullHasNoMoreBehindIt", saying = "a page of at most 9 records has 10")
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

    @CaughtBy(value = "aPageThatIsJustFullHasNoMoreBehindIt", saying = "more behind 10 of 10")
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

    @CaughtBy(value = "aPageThatIsJustFullHasNoMoreBehindIt", saying = "more behind 9 of 10")
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

    @CaughtBy(value = "theKeyIsTheLoginInLowerCase", saying = "the login in lower case")
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

    @CaughtBy(value = "everybodyIsListed", saying = "everybody: the page says that it is truncated")
    static class AnyPageIsTruncated extends Broken {
        AnyPageIsTruncated() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    SourcePage page = super.page(records, limit);
                    return new SourcePage(page.records(), page.more(), true);
                }
            });
        }
    }

    @CaughtBy(value = "aPositionNeedNotExistAnyMore", saying = "behind the position (bob, Bob)")
    static class CursorHasToExist extends Broken {
        CursorHasToExist() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isBehind(SourceRecord found, Optional<Position> after) {
                    boolean gone = after.isPresent()
                            && table().select(row ->
                                            row.login().equals(after.get().id()))
                                    .isEmpty();
                    return !gone && super.isBehind(found, after);
                }
            });
        }
    }

    @CaughtBy(value = "aPositionIsTheKeyAndThenTheLogin", saying = "behind the position (john, JOHN)")
    static class CursorIsALogin extends Broken {
        CursorIsALogin() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isBehind(SourceRecord found, Optional<Position> after) {
                    return after.isEmpty() || found.id().compareTo(after.get().id()) > 0;
                }
            });
        }
    }

    @CaughtBy(value = "whatDoesNotMatchIsNotMore", saying = "followed by somebody who does not match")
    static class WhatDoesNotMatchCountsAsMore extends Broken {
        WhatDoesNotMatchCountsAsMore() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    SourcePage page = super.page(records, limit);
                    boolean further = table().select(row -> true).size() > limit;
                    return new SourcePage(page.records(), further, false);
                }
            });
        }
    }

    @CaughtBy(value = "aWalkMeetsEverybodyOnceInOrder", saying = "an empty page says that there is more")
    static class EmptyPagesGoOn extends Broken {
        EmptyPagesGoOn() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    return records.size() > limit ? new SourcePage(List.of(), true, false) : super.page(records, limit);
                }
            });
        }
    }

    @CaughtBy(value = "recordsOfAListAreTheSameAsLookedUp", saying = "in a list, compared with the one looked up")
    static class ListsHaveFewerFields extends Broken {
        ListsHaveFewerFields() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                SourcePage page(List<SourceRecord> records, int limit) {
                    List<SourceRecord> poor = records.stream()
                            .map(record -> withFields(record, Map.of()))
                            .toList();
                    return super.page(poor, limit);
                }
            });
        }
    }
}
