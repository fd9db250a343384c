using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Sources.Lists;
using KamtibmasPortal.News.Sources.Sitemaps;
using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Ingestion;

public static class IngestionSetup
{
    /// <summary>The stages and the poll that runs them. The worker is added by hosts that poll by themselves.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services, WebFetchSettings web, IngestionPace pace)
    {
        services.AddMetrics();
        services.AddSingleton(web);
        services.AddSingleton(pace);
        services.AddSingleton(new WorkSlots(pace.MaxConcurrency));
        services.AddSingleton<IngestionMetrics>();
        services.AddSingleton<WebFetcher>();
        services.AddSingleton<HostTurns>();
        services.AddSingleton<PoliteFetcher>();
        services.AddSingleton<FeedReader>();
        services.AddSingleton<SitemapReader>();
        services.AddSingleton<HtmlListReader>();
        services.AddSingleton<ListDocumentReader>();
        services.AddSingleton<WebSourceReader>();
        services.AddSingleton<ArchiveReader>();
        services.AddScoped<BackfillStep>();
        services.AddSingleton<SourceTrial>();
        services.AddSingleton<SourceReaders>();
        services.AddSingleton<ItemFetcher>();
        services.AddSingleton<FollowingPages>();
        services.AddSingleton<FolderReader>();
        services.AddSingleton<FileFetcher>();
        services.AddSingleton<ArticleExtractor>();
        services.AddScoped<IngestionPipeline>();
        services.AddSingleton<SourcePoll>();
        services.AddSingleton<SourceRefresh>();
        services.AddSingleton<RetagJob>();
        services.AddSingleton<ReindexJob>();
        services.AddSingleton<StoryCatchUp>();
        services.AddScoped<FolderImport>();
        services.AddScoped<ArticleAddition>();
        services.AddScoped<SampleNews>();
        return services;
    }
}
