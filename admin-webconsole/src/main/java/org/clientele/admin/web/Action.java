package org.clientele.admin.web;

import org.clientele.DirectoryException;

/** Answers one kind of request. */
@FunctionalInterface
public interface Action {

    /**
     * @throws DirectoryException if the directory refuses and the action has no better answer than its message
     * @throws Refusal if the request itself cannot be answered
     */
    Reply answer(Exchange exchange) throws DirectoryException;
}
