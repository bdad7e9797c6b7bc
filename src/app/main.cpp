#include "app/program.hpp"

#include <csignal>
#include <iostream>

// NOLINTNEXTLINE(bugprone-exception-escape): before its words are read a program can tell nobody what is wrong.
int main(int argc, char** argv) {
    (void)std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves early is no fault
    return samrum::app::run(argc, argv, std::cout, std::cerr);
}
