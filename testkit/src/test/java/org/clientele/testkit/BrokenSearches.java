package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;

/** Sources with one fault each: criteria and free text. */
final class BrokenSearches {

    private BrokenSearches() {}

    @CaughtBy(
            value = "notMatchesEmptyFieldsToo",
            saying = "not 'Mary', invalid ones too, in pages of 1000: missing: 'a'")
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

    @CaughtBy(
            value = "aTextIsSearchedForAmongTheCustomerUsersOfACustomer",
            saying = "and has the customer ID 'acme', invalid ones too, in pages of 1000: should not be there")
    static class TextForgetsTheCustomer extends Broken {
        TextForgetsTheCustomer() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Criterion criterion) {
                    return criterion instanceof Criterion.TextOfCustomer both
                            ? matches(row, both.text())
                            : super.matches(row, criterion);
                }
            });
        }
    }

    @CaughtBy(value = "addressesAreComparedWithoutCaseAndAsAWhole", saying = "john")
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

    @CaughtBy(value = "everyCriterionTakesEveryCharacterLiterally", saying = "'%'")
    static class PercentIsAWildcard extends Broken {
        PercentIsAWildcard() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                String literal(String text) {
                    return super.literal(text).replace("%", "\\E.*\\Q");
                }
            });
        }
    }

    @CaughtBy(value = "everyCriterionTakesEveryCharacterLiterally", saying = "'_'")
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

    @CaughtBy(
            value = "eachWordMayMatchInAnotherField",
            saying = "('mary' and 'smith'), invalid ones too, in pages of 1000: missing: 'mary'")
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

    @CaughtBy(value = "aThousandLoginsAreAskedForAtOnce", saying = "user7")
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

    @CaughtBy(
            value = "theInvalidAreListedOnlyIfAskedFor",
            saying = "only valid ones, in pages of 1000: should not be there: 'b', 'c'")
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

    @CaughtBy(
            value = "customerIdsMatchAsAWhole",
            saying = "the customer ID 'example', invalid ones too, in pages of 1000: should not be there")
    static class CustomerIdMatchesInTheMiddle extends Broken {
        CustomerIdMatchesInTheMiddle() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, Criterion criterion) {
                    return criterion instanceof Criterion.CustomerId customer
                            ? matches(value(row, "customer"), customer.pattern().between("*", "*"))
                            : super.matches(row, criterion);
                }
            });
        }
    }

    @CaughtBy(value = "addressesAreComparedWithoutCaseAndAsAWhole", saying = "whoever has the e-mail address '*'")
    static class AddressIsAPattern extends Broken {
        AddressIsAPattern() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean isAddress(String stored, String asked) {
                    return matches(stored, TextPattern.of(asked));
                }
            });
        }
    }

    @CaughtBy(value = "either", saying = "('john' or 'カス'), invalid ones too, in pages of 1000: missing")
    static class OrIsAnd extends Broken {
        OrIsAnd() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, SearchExpression expression) {
                    return expression instanceof SearchExpression.Or or
                            ? or.operands().stream().allMatch(operand -> matches(row, operand))
                            : super.matches(row, expression);
                }
            });
        }
    }

    @CaughtBy(value = "notMatchesEmptyFieldsToo", saying = "not ('nobody' or 'Mary')")
    static class NotNegatesTheFirstOperandAlone extends Broken {
        NotNegatesTheFirstOperandAlone() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, SearchExpression expression) {
                    if (expression instanceof SearchExpression.Not not
                            && not.operand() instanceof SearchExpression.Or or) {
                        return !matches(row, or.operands().get(0))
                                || matches(row, or.operands().get(1));
                    }
                    return super.matches(row, expression);
                }
            });
        }
    }

    @CaughtBy(value = "aWordIsLookedForInEveryField", saying = "'smith'")
    static class OneFieldIsNotSearched extends Broken {
        OneFieldIsNotSearched() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matchesWord(MemoryTable.Row row, TextPattern pattern) {
                    return Stream.of("login", "email", "customer", "first")
                            .anyMatch(column -> matches(value(row, column), pattern));
                }
            });
        }
    }

    @CaughtBy(value = "phrases", saying = "'Ann Mary', invalid ones too, in pages of 1000: should not be there")
    static class PhrasesAreSeveralWords extends Broken {
        PhrasesAreSeveralWords() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matchesWord(MemoryTable.Row row, TextPattern pattern) {
                    return Stream.of(String.join("*", pattern.literals()).split(" "))
                            .allMatch(word ->
                                    super.matchesWord(row, TextPattern.of(word).between("*", "*")));
                }
            });
        }
    }

    @CaughtBy(value = "wildcards", saying = "'n'*'n'")
    static class OneLetterIsFirstAndLast extends Broken {
        OneLetterIsFirstAndLast() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(String value, TextPattern pattern) {
                    List<String> literals = pattern.literals();
                    String text = fold(value);
                    int last = literals.size() - 1;
                    return !value.isEmpty()
                            && (super.matches(value, pattern)
                                    || literals.get(0).isEmpty()
                                            && literals.size() == 4
                                            && text.contains(fold(literals.get(1)))
                                            && text.contains(fold(literals.get(last - 1))));
                }
            });
        }
    }

    @CaughtBy(value = "aWordIsLookedForInEveryField", saying = "'example.com'")
    static class ConfiguredPrefixIsIgnored extends Broken {
        ConfiguredPrefixIsIgnored() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matchesWord(MemoryTable.Row row, TextPattern pattern) {
                    List<String> literals = pattern.literals();
                    return super.matchesWord(row, new TextPattern(literals.subList(1, literals.size())));
                }
            });
        }
    }

    @CaughtBy(value = "asManyWordsAsASearchMayHave", saying = "missing: 'john'")
    static class ManyWordsAreCut extends Broken {
        ManyWordsAreCut() {
            super(table -> new MemorySource(table, SETTINGS) {
                @Override
                boolean matches(MemoryTable.Row row, SearchExpression expression) {
                    return !(expression instanceof SearchExpression.Or or
                                    && or.operands().size() > 20)
                            && super.matches(row, expression);
                }
            });
        }
    }
}
