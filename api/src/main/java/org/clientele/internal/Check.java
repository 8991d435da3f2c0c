package org.clientele.internal;

import org.clientele.DirectoryException;

/**
 * What sources have been asked and has to be answered before a record is written. Several are asked at once and their answers
 * taken one by one. For one thread, as its calls.
 */
interface Check extends AutoCloseable {

    /**
     * Waits for the answer.
     *
     * @throws DirectoryException if the record must not be written, or nobody knows whether it may
     */
    void require() throws DirectoryException;

    /** Nobody waits for the answer any more. */
    @Override
    void close();

    /** This one, then the next. */
    default Check and(Check next) {
        Check first = this;
        return new Check() {
            @Override
            public void require() throws DirectoryException {
                first.require();
                next.require();
            }

            @Override
            public void close() {
                first.close();
                next.close();
            }
        };
    }

    /** Asks nothing and allows everything. */
    static Check none() {
        return new Check() {
            @Override
            public void require() {
                // there is nothing to wait for
            }

            @Override
            public void close() {
                // there is nothing to give up
            }
        };
    }
}
