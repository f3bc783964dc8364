/** What a module of the tests exports for a privilege. */
@NullMarked
package lab.provided;

import org.jspecify.annotations.NullMarked;
