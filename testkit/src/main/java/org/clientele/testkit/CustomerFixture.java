package org.clientele.testkit;

import org.clientele.spi.CustomerSource;

/** A source over a storage that holds the customers of one test. */
public interface CustomerFixture extends StorageFixture {

    /** The source, ready to be asked; always the same. */
    CustomerSource source();
}
