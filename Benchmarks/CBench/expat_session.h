// What the two sets of handlers share: the counts, the depth, and the tree under construction.
#ifndef CBENCH_EXPAT_SESSION_H
#define CBENCH_EXPAT_SESSION_H
#include <expat.h>

#include "expat_parser.h"

typedef struct tree_attribute {
  struct tree_attribute *next;
  char *name, *value;
} tree_attribute;

// A node without a name is text.
typedef struct tree_node {
  struct tree_node *parent, *first, *last, *next;
  char *name, *namespace_uri, *text;
  size_t text_length, text_capacity;
  tree_attribute *attributes;
} tree_node;

typedef struct {
  cbench_counts counts;
  int depth;
  tree_node *current;
} expat_session;

struct cbench_expat {
  XML_Parser parser;
  expat_session session;
};

// Between namespace and local name; no byte of UTF-8.
#define NAME_SEPARATOR '\xff'

// Installs the handlers that also build trees.
void cbench_expat_build_trees(XML_Parser parser);

// Frees a node and all below it.
void cbench_tree_free(tree_node *node);
#endif
