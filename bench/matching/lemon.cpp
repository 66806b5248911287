// LEMON's network simplex on the same problem, for comparison. Reads our format, prints one line of JSON.
// Each worker sends one unit: to a vacancy at minus the fit, or home. All but one of a household without work may go
// home at one unit of M each; the last one pays for the household what its tier weighs.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, long long>;

int main() {
  int workers = 0, households = 0, vacancies = 0, edges = 0, highest = 0, tiers = 0;
  if (std::scanf(" p assign %d %d %d %d", &workers, &households, &vacancies, &edges) != 4) return 2;
  std::vector<int> tier(households + 1), home(workers + 1), size(households + 1), capacity(vacancies + 1);
  std::vector<int> from(edges), to(edges), fit(edges);
  int e = 0, a = 0, b = 0;
  for (char kind = 0; std::scanf(" %c %d %d", &kind, &a, &b) == 3;) {
    if (kind == 'h') { tier[a] = b; if (b > tiers) tiers = b; }
    if (kind == 'w') { home[a] = b; size[b]++; }
    if (kind == 'v') capacity[a] = b;
    if (kind == 'e') { from[e] = a; to[e] = b; if (std::scanf("%d", &fit[e]) != 1) return 2; if (fit[e] > highest) highest = fit[e]; e++; }
  }
  const long long M = (vacancies + 2LL) * (highest + 1);
  const auto begin = std::chrono::steady_clock::now();
  Graph graph;
  graph.reserveNode(workers + vacancies + households + 1);
  graph.reserveArc(edges + 2 * workers + vacancies + 2 * households);
  std::vector<Graph::Node> worker(workers + 1), vacancy(vacancies + 1), household(households + 1);
  for (int w = 1; w <= workers; w++) worker[w] = graph.addNode();
  for (int v = 1; v <= vacancies; v++) vacancy[v] = graph.addNode();
  for (int h = 1; h <= households; h++) if (tier[h] > 0) household[h] = graph.addNode();
  const Graph::Node sink = graph.addNode();
  Graph::ArcMap<int> upper(graph);
  Graph::ArcMap<long long> cost(graph);
  auto arc = [&](Graph::Node source, Graph::Node target, int most, long long each) {
    const Graph::Arc made = graph.addArc(source, target);
    upper[made] = most;
    cost[made] = each;
    return made;
  };
  std::vector<Graph::Arc> pair(edges), last(households + 1);
  for (int i = 0; i < edges; i++) pair[i] = arc(worker[from[i]], vacancy[to[i]], 1, -fit[i]);
  for (int v = 1; v <= vacancies; v++) arc(vacancy[v], sink, capacity[v], 0);
  for (int w = 1; w <= workers; w++) arc(worker[w], tier[home[w]] > 0 ? household[home[w]] : sink, 1, M);
  for (int h = 1; h <= households; h++) {
    if (tier[h] == 0) continue;
    if (size[h] > 1) arc(household[h], sink, size[h] - 1, 0);
    last[h] = arc(household[h], sink, 1, M * (tiers + 1 - tier[h]));
  }
  Graph::NodeMap<int> supply(graph, 0);
  for (int w = 1; w <= workers; w++) supply[worker[w]] = 1;
  supply[sink] = -workers;
  Simplex simplex(graph);
  simplex.upperMap(upper).costMap(cost).supplyMap(supply);
  if (simplex.run() != Simplex::OPTIMAL) return 1;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  std::vector<int> covered(tiers, 0);
  long long total = 0;
  int placed = 0;
  for (int i = 0; i < edges; i++) if (simplex.flow(pair[i]) > 0) { placed++; total += fit[i]; }
  for (int h = 1; h <= households; h++) if (tier[h] > 0 && size[h] > 0 && simplex.flow(last[h]) == 0) covered[tier[h] - 1]++;
  std::string list;
  for (int each : covered) list += (list.empty() ? "" : ",") + std::to_string(each);
  std::printf("{\"covered\":[%s],\"placed\":%d,\"fit\":%lld,\"seconds\":%.4f}\n", list.c_str(), placed, total, seconds);
}
