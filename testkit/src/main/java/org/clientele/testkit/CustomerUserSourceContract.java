package org.clientele.testkit;

/**
 * The contract of a {@link org.clientele.spi.CustomerUserSource}, as tests: extend it, implement
 * {@link SourceUnderTest#fixture}, run it with JUnit 5. A source that also takes records passes
 * {@link WritableSourceContract} besides.
 */
public abstract class CustomerUserSourceContract
        implements FindContract,
                SpecialCharactersContract,
                CriterionContract,
                ExpressionContract,
                PagingContract,
                CallContract,
                ClosingContract,
                LeakContract,
                OutageContract {}
