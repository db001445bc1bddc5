/* Counts the records of a page, from C. */
#include "hantext_c.h"

#include <stdio.h>
#include <string.h>

int main(void) {
  const char* page = "县水利局巡查河道30多公里，清理垃圾5吨。\n";
  const char* at;
  int metrics = 0;
  char* records = hantext_analyze(page, strlen(page), "page", NULL);
  if (records == NULL) return 1;
  for (at = records; (at = strstr(at, "\"type\":\"metric\"")) != NULL; ++at)
    ++metrics;
  printf("%d metrics\n", metrics);
  hantext_free(records);
  return 0;
}
// Output:
// 2 metrics
