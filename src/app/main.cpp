#include "app/program.hpp"

#include <csignal>
#include <iostream>

int main(int argc, char** argv) {
    (void)std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves early is no fault
    return samrum::app::run(argc, argv, std::cout, std::cerr);
}
