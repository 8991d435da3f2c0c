package org.clientele.testkit;

import org.clientele.spi.CustomerUserSource;

/** A source over a storage that holds the people of one test. */
public interface Fixture extends StorageFixture {

    /** The source, ready to be asked; always the same. */
    CustomerUserSource source();
}
