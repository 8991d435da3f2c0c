package org.clientele.testkit;

/**
 * The contract of a {@link org.clientele.spi.CustomerUserSource}, as tests: extend it, implement
 * {@link SourceUnderTest#fixture}, run it with JUnit 5. A source that can do more passes
 * {@link SortingSourceContract}, {@link CountingSourceContract}, {@link CustomerIdSourceContract},
 * {@link WritableSourceContract}, {@link RenamingSourceContract}, {@link CustomerMovingSourceContract},
 * {@link ExtensibleSourceContract} and {@link AuthenticatingSourceContract} besides.
 */
public abstract class CustomerUserSourceContract
        implements FindContract,
                SpecialCharactersContract,
                CriterionContract,
                ExpressionContract,
                DetailedContract,
                PagingContract,
                CallContract,
                ClosingContract,
                LeakContract,
                OutageContract {}
