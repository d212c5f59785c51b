import DuikouTool

await Tool.main()
