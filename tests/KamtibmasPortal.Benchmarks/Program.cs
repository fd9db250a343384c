using KamtibmasPortal.Benchmarks;

// One command a figure; each prints its figures and exits 1 below the floors kept in floors.json.
var name = args.Length > 0 ? args[0] : "";
var half = args.Length > 1 ? args[1] : "all";
var detail = args.Contains("--detail");
return name switch
{
    "extraction" => ExtractionBenchmark.Run(half, detail),
    "feeds" => FeedsBenchmark.Run(half, detail),
    "overview" => await OverviewBenchmark.RunAsync(args),
    "pages" => PagesBenchmark.Run(half, detail),
    "pipeline" => await PipelineBenchmark.RunAsync(half),
    "queue" => await QueueBenchmark.RunAsync(args),
    "search" => await SearchBenchmark.RunAsync(args),
    ScriptedSite.Verb => await ScriptedSite.ServeAsync(half),
    "start" => await StartBenchmark.RunAsync(args),
    "stories" when half == "scale" => await StoryScale.RunAsync(args),
    "stories" => StoriesBenchmark.Run(half, detail),
    "tagging" => TaggingBenchmark.Run(half, detail),
    "tarpits" => await TarpitsBenchmark.RunAsync(),
    "web" => await WebBenchmark.RunAsync(args.ElementAtOrDefault(1)),
    WebHost.Verb => await WebHost.ServeAsync(half, args.ElementAtOrDefault(2) == "samples"),
    "words" => WordsBenchmark.Run(half, detail),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: extraction|feeds|pages|stories|tagging|words [dev|heldout|all] [--detail], pipeline [bare|dressed], queue [sqlite|postgres] [FOLDER], overview [sqlite|postgres], web [DATA DIRECTORY], start DATA DIRECTORY [PUBLISHED FOLDER], tarpits, search FOLDER; tagging knows shared, dev2, heldout2, dev3, heldout3, guard-dev, guard-heldout and speed too; stories knows dev2, heldout2, count and scale [sqlite|postgres] [SIZE,SIZE]");
    return 2;
}
