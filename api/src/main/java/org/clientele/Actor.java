package org.clientele;

/**
 * Who changes something, and from where.
 *
 * @param name the name of an administrator or of a program; sources write it into their audit columns
 * @param door the way on which the change comes
 * @param address the network address from which the change comes; empty where there is none
 */
public record Actor(String name, Door door, String address) {

    /** A way into the directory. */
    public enum Door {
        /** The management screens. */
        SCREEN,
        /** A command of the shell. */
        SHELL,
        /** A file that is imported. */
        IMPORT,
        /** A program that calls the services. */
        PROGRAM
    }

    /** A program that calls the services. */
    public static Actor program(String name) {
        return new Actor(name, Door.PROGRAM, "");
    }
}
